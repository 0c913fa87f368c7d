-- A history as schema 4 kept it. Never changes once released.
PRAGMA application_id = 1433299828;
PRAGMA user_version = 4;
BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0004');
CREATE TABLE daily_answers (
	id BLOB NOT NULL, 
	day TEXT NOT NULL, 
	answered_utc INTEGER NOT NULL, 
	answered_offset INTEGER NOT NULL, 
	yes INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	CONSTRAINT ck_daily_answers_yes CHECK (yes IN (0, 1))
);
INSERT INTO "daily_answers" VALUES(X'CD447E35B8B648FE842E3D437204E52D','2026-09-16',1789576800000000,120,0);
CREATE TABLE knot_checks (
	id BLOB NOT NULL, 
	knot_id BLOB NOT NULL, 
	made_utc INTEGER NOT NULL, 
	made_offset INTEGER NOT NULL, 
	tenderness INTEGER NOT NULL, 
	size TEXT, 
	occasion TEXT NOT NULL, 
	session_id BLOB, 
	PRIMARY KEY (id), 
	CONSTRAINT fk_knot_checks_knot FOREIGN KEY(knot_id) REFERENCES knots (id) ON DELETE CASCADE, 
	CONSTRAINT fk_knot_checks_session FOREIGN KEY(session_id) REFERENCES sessions (id) ON DELETE SET NULL, 
	CONSTRAINT ck_knot_checks_tenderness CHECK (tenderness BETWEEN 0 AND 10)
);
INSERT INTO "knot_checks" VALUES(X'1E2FEB89414C443C9027C4D1C386BBC4',X'CD613E30D8F14ADF91B7584A2265B1F5',1789403400000000,120,7,'marble','rating',NULL);
INSERT INTO "knot_checks" VALUES(X'35BF992DC9E94616A12E7696A6CECC1B',X'CD613E30D8F14ADF91B7584A2265B1F5',1789404000000000,120,5,'marble','after',X'78E51061731148A382CE6F447ED4D57B');
CREATE TABLE knot_gaps (
	id BLOB NOT NULL, 
	knot_id BLOB NOT NULL, 
	closed_utc INTEGER NOT NULL, 
	closed_offset INTEGER NOT NULL, 
	reopened_utc INTEGER NOT NULL, 
	reopened_offset INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	CONSTRAINT fk_knot_gaps_knot FOREIGN KEY(knot_id) REFERENCES knots (id) ON DELETE CASCADE, 
	CONSTRAINT ck_knot_gaps_order CHECK (closed_utc <= reopened_utc)
);
INSERT INTO "knot_gaps" VALUES(X'085B5FCCE2E2457B8A4927D65C370C35',X'CD613E30D8F14ADF91B7584A2265B1F5',1789404600000000,120,1789491000000000,120);
CREATE TABLE knots (
	id BLOB NOT NULL, 
	kind TEXT NOT NULL, 
	place TEXT NOT NULL, 
	"view" TEXT NOT NULL, 
	side TEXT NOT NULL, 
	u FLOAT NOT NULL, 
	v FLOAT NOT NULL, 
	found_utc INTEGER NOT NULL, 
	found_offset INTEGER NOT NULL, 
	note TEXT NOT NULL, 
	closed_utc INTEGER, 
	closed_offset INTEGER, 
	PRIMARY KEY (id), 
	CONSTRAINT ck_knots_view CHECK (view IN ('back', 'outer', 'front', 'inner')), 
	CONSTRAINT ck_knots_side CHECK (side IN ('left', 'right')), 
	CONSTRAINT ck_knots_spot CHECK (u BETWEEN 0 AND 1 AND v BETWEEN 0 AND 1), 
	CONSTRAINT ck_knots_closed CHECK ((closed_utc IS NULL) = (closed_offset IS NULL))
);
INSERT INTO "knots" VALUES(X'CD613E30D8F14ADF91B7584A2265B1F5','knot','gastrocnemius_lateral_belly_upper','back','right',0.4514,0.6284,1789403400000000,120,'sore after the hill',NULL,NULL);
CREATE TABLE press_ratings (
	number INTEGER NOT NULL, 
	session_id BLOB NOT NULL, 
	place_in_timeline INTEGER NOT NULL, 
	position_s FLOAT NOT NULL, 
	made_utc INTEGER NOT NULL, 
	made_offset INTEGER NOT NULL, 
	pain INTEGER NOT NULL, 
	PRIMARY KEY (number), 
	CONSTRAINT fk_press_ratings_session FOREIGN KEY(session_id) REFERENCES sessions (id) ON DELETE CASCADE, 
	CONSTRAINT ck_press_ratings_pain CHECK (pain BETWEEN 0 AND 10), 
	CONSTRAINT ck_press_ratings_place CHECK (place_in_timeline >= 0 AND position_s >= 0)
);
INSERT INTO "press_ratings" VALUES(1,X'78E51061731148A382CE6F447ED4D57B',3,41.5,1789403441000000,120,4);
CREATE TABLE runs (
	id BLOB NOT NULL, 
	started_utc INTEGER NOT NULL, 
	started_offset INTEGER NOT NULL, 
	minutes FLOAT NOT NULL, 
	distance_km FLOAT, 
	pain_free INTEGER NOT NULL, 
	onset_min FLOAT, 
	worst_pain INTEGER, 
	next_morning INTEGER, 
	calf INTEGER, 
	heel_cord INTEGER, 
	note TEXT NOT NULL, 
	focus_cue TEXT DEFAULT '' NOT NULL, 
	focus_kept INTEGER, 
	PRIMARY KEY (id), 
	CONSTRAINT ck_runs_minutes CHECK (minutes > 0 AND minutes <= 1440), 
	CONSTRAINT ck_runs_distance CHECK (distance_km > 0 AND distance_km <= 500), 
	CONSTRAINT ck_runs_onset CHECK (onset_min BETWEEN 0 AND minutes), 
	CONSTRAINT ck_runs_pain_free CHECK (pain_free IN (0, 1) AND (pain_free = 0 OR onset_min IS NULL)), 
	CONSTRAINT ck_runs_worst_pain CHECK (worst_pain BETWEEN 0 AND 10), 
	CONSTRAINT ck_runs_next_morning CHECK (next_morning BETWEEN 0 AND 10), 
	CONSTRAINT ck_runs_calf CHECK (calf BETWEEN 0 AND 10), 
	CONSTRAINT ck_runs_heel_cord CHECK (heel_cord BETWEEN 0 AND 10), 
	CONSTRAINT ck_runs_focus CHECK (focus_kept IS NULL OR (focus_kept BETWEEN 0 AND 3 AND focus_cue <> ''))
);
INSERT INTO "runs" VALUES(X'E4B06CE6074147A8BCE42C8218072E8C',1789404000000000,120,42.5,7.25,0,18.0,6,3,2,1,'','',NULL);
INSERT INTO "runs" VALUES(X'9B810E766EC94286A3CA828DD5F4B3B2',1789576800000000,120,42.5,7.25,0,18.0,4,3,2,1,'','under_hips',2);
CREATE TABLE screenings (
	id BLOB NOT NULL, 
	saved_utc INTEGER NOT NULL, 
	saved_offset INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	answers TEXT NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "screenings" VALUES(X'B2221A58008A45A684647159C324C985',1789576800000000,120,1,'{"age":"18_49","general":["none"]}');
CREATE TABLE session_steps (
	number INTEGER NOT NULL, 
	session_id BLOB NOT NULL, 
	place_in_timeline INTEGER NOT NULL, 
	step_id TEXT NOT NULL, 
	side TEXT, 
	ended_utc INTEGER NOT NULL, 
	ended_offset INTEGER NOT NULL, 
	seconds FLOAT NOT NULL, 
	ending TEXT NOT NULL, 
	scores TEXT NOT NULL, 
	PRIMARY KEY (number), 
	CONSTRAINT fk_session_steps_session FOREIGN KEY(session_id) REFERENCES sessions (id) ON DELETE CASCADE, 
	CONSTRAINT ck_session_steps_side CHECK (side IN ('left', 'right')), 
	CONSTRAINT ck_session_steps_ending CHECK (ending IN ('done', 'skipped', 'cut')), 
	CONSTRAINT ck_session_steps_seconds CHECK (seconds >= 0 AND place_in_timeline >= 0)
);
INSERT INTO "session_steps" VALUES(1,X'78E51061731148A382CE6F447ED4D57B',0,'step-0','right',1789403400000000,120,30.0,'done','{"tenderness":5}');
INSERT INTO "session_steps" VALUES(2,X'78E51061731148A382CE6F447ED4D57B',1,'step-1','right',1789403400000000,120,30.0,'done','{}');
CREATE TABLE sessions (
	id BLOB NOT NULL, 
	kind TEXT NOT NULL, 
	content_id TEXT NOT NULL, 
	title TEXT NOT NULL, 
	started_utc INTEGER NOT NULL, 
	started_offset INTEGER NOT NULL, 
	ended_utc INTEGER, 
	ended_offset INTEGER, 
	ending TEXT NOT NULL, 
	sides TEXT NOT NULL, 
	places TEXT NOT NULL, 
	knot_ids TEXT NOT NULL, 
	total_s FLOAT NOT NULL, 
	done_s FLOAT NOT NULL, 
	position_s FLOAT NOT NULL, 
	ceiling INTEGER, 
	lowered INTEGER NOT NULL, 
	bpm FLOAT, 
	prepare_s INTEGER DEFAULT '0' NOT NULL, 
	half INTEGER DEFAULT '0' NOT NULL, 
	set_id BLOB, 
	following TEXT DEFAULT '[]' NOT NULL, 
	PRIMARY KEY (id), 
	CONSTRAINT ck_sessions_kind CHECK (kind IN ('release', 'drill')), 
	CONSTRAINT ck_sessions_ending CHECK (ending IN ('open', 'done', 'partial', 'stopped', 'discarded')), 
	CONSTRAINT ck_sessions_ended CHECK ((ended_utc IS NULL) = (ending = 'open')), 
	CONSTRAINT ck_sessions_seconds CHECK (total_s >= 0 AND done_s >= 0 AND position_s >= 0), 
	CONSTRAINT ck_sessions_ceiling CHECK (ceiling BETWEEN 0 AND 10 AND lowered >= 0)
);
INSERT INTO "sessions" VALUES(X'78E51061731148A382CE6F447ED4D57B','release','calf-outer-ball','Outer calf: pin and move',1789403400000000,120,1789403400000000,120,'partial','["right"]','["gastrocnemius_lateral_belly_upper"]','["cd613e30-d8f1-4adf-91b7-584a2265b1f5"]',297.0,60.0,60.0,5,0,NULL,0,0,NULL,'[]');
CREATE TABLE settings (
	name TEXT NOT NULL, 
	value TEXT NOT NULL, 
	PRIMARY KEY (name)
);
INSERT INTO "settings" VALUES('text_scale','125');
INSERT INTO "settings" VALUES('theme','"dark"');
CREATE INDEX ix_session_steps_session ON session_steps (session_id);
CREATE INDEX ix_daily_answers_day ON daily_answers (day);
CREATE INDEX ix_knot_checks_knot ON knot_checks (knot_id, made_utc);
CREATE INDEX ix_knot_gaps_knot ON knot_gaps (knot_id, closed_utc);
CREATE INDEX ix_sessions_started ON sessions (started_utc);
CREATE INDEX ix_press_ratings_session ON press_ratings (session_id);
CREATE INDEX ix_runs_started ON runs (started_utc);
COMMIT;
