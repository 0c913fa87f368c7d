-- A history as schema 5 kept it. Never changes once released.
PRAGMA application_id = 1433299828;
PRAGMA user_version = 5;
BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0005');
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
CREATE TABLE own_routines (
	id TEXT NOT NULL, 
	made_utc INTEGER NOT NULL, 
	made_offset INTEGER NOT NULL, 
	file TEXT NOT NULL, 
	PRIMARY KEY (id), 
	CONSTRAINT ck_own_routines_id CHECK (instr(id, '-own-') > 0)
);
INSERT INTO "own_routines" VALUES('calf-outer-ball-own-3f2a91cd',1794677400000000,60,'format = 1
id = "calf-outer-ball-own-3f2a91cd"
type = "routine"
title = "My short calf"
summary = "A ball holds one spot in your upper outer calf while your foot does the moving."
level = 2
phases = [2, 3, 4, 5]
frequency_per_week = { min = 2, max = 5 }
minutes = 9
total_seconds = 540
total_seconds_one_side = 297
progression = "Soreness 3 or less after two sessions in a row: use a firmer ball, or cross the other shin over the top."
regression = "Over the ceiling even with arms helping: go to the thumb version, or put a towel over the ball."
progress_to = ""
regress_to = "calf-outer-thumbs"
stop_rules = ["over_ceiling", "sharp_pain", "tingling_numb", "calf_red_flags", "worse_next_day"]
targets = ["gastrocnemius_lateral_belly_upper", "gastrocnemius_lateral_lower"]
position = "floor"
hours_between = 24
pressure_ceiling = 5
breathing = { in_s = 4, out_s = 6 }
cautions = ["calf_dvt", "popliteal_fossa", "fibular_head", "bone", "nerve_tingling", "varicose_veins", "blood_thinners", "bruise_or_skin"]
claims = ["S12", "S35", "S45", "S46"]
check_before = true
check_after = true

[[setup]]
id = "s1"
text = "Sit on the floor, legs long, hands behind you. Take calf weight off with your arms whenever you like."

[[setup]]
id = "s2"
text = "Put the ball under the outer half of your calf, four fingers to a hand''s width below the knee crease."

[[setup]]
id = "s3"
text = "Keep two finger-widths (3 cm or more) clear of the crease and three clear of the bony knob on the outside of the knee."

[[setup]]
id = "s4"
text = "Other foot flat on the floor. Its push decides how much weight the ball gets."

[[tools]]
role = "ball"
any_of = ["massage_ball", "tennis_ball", "lacrosse_ball"]
household = ["a pair of rolled socks in a sock", "a tight ball of towel", "a rubber dog ball"]
optional = false

[[tools]]
role = "padding"
any_of = ["mat", "towel"]
household = ["carpet", "a folded blanket"]
optional = true

[[tools]]
role = "lift"
any_of = ["yoga_block"]
household = ["a thick book", "a folded towel"]
optional = true

[[evidence]]
tag = "S"
ref = "S12, S45, S46"
note = "The article puts this spot first and asks for a few days of work on it before a long run; the plan reads that as three days in five."

[[evidence]]
tag = "E"
ref = "E67"
note = "One bout of rolling gives a gain in joint range for a while, no more than stretching does. It does not show a change in the tissue."

[[evidence]]
tag = "E"
ref = "E68"
note = "A review of roller settings found 30–120 s per spot, 1–3 times, slow passes of about 3 s. Used here as the outer limit."

[[evidence]]
tag = "E"
ref = "E11"
note = "Weeks of rolling raised hip and knee range but not ankle range. Do not expect a looser ankle."

[[evidence]]
tag = "C"
ref = "practice"
note = "At most 2 minutes on one spot and once a day; start at half of that in week 1."

[[evidence]]
tag = "E"
ref = "E81"
note = "In healthy people holding still on the sorest spot of the outer calf for 90 s made it a little less sore; slow rolling did not; the groups did not differ clearly. Two holds of 45 s make 90 s; the first week stays shorter."
weak = true

[[steps]]
id = "settle"
kind = "breathe"
seconds = 30
per_side = false
cue = "Settle and breathe out long"
text = "Settle into place. Breathe in through the nose for 4, out for 6."
say = "Settle. In for four, out for six."

[[steps]]
id = "before"
kind = "check"
seconds = 15
per_side = true
cue = "Press your {side} sore spot. Rate it."
text = "Press the sore spot once with the same force. Rate it 0–10. Note its size."
say = "Press your {side} sore spot once. Nought to ten."
check = "before"
records = ["tenderness_0_10", "size"]

[[steps]]
id = "find"
kind = "position"
seconds = 18
per_side = true
cue = "Creep the ball to the sorest spot"
text = "Roll your leg slightly outward. Creep the ball until you meet the sorest spot, off the crease and off the knob."
say = "Turn your {side} leg outward. Find the sorest spot."
tool = "ball"

[[steps]]
id = "pin_1"
kind = "press"
seconds = 45
per_side = true
cue = "Sink into the ball. Stay still."
text = "Let the calf sink onto the ball, on the sorest spot. Stay at {ceiling} or less."
say = "Let the calf sink. Stay at {ceiling} or less."
prompts = [{ at = 15, say = "Long breath out. Let your jaw and shoulders go." }, { at = 30, say = "Stay still. Let it grow softer." }]

[[steps]]
id = "move_1"
kind = "move"
seconds = 30
per_side = true
cue = "Point your foot, pull it back"
text = "Keep the ball still. Point the foot away, then pull the toes back. 6 s each."
say = "Point your foot away, then pull toes back."
tempo_s = 6
prompts = [{ at = 15, say = "Slower. The ball stays still, the foot moves." }]

[[steps]]
id = "rest_1"
kind = "rest"
seconds = 12
per_side = true
cue = "Lift off. Shake the foot."
text = "Lift the calf off the ball. Shake the foot loosely."
say = "Lift off. Shake the foot."

[[steps]]
id = "pin_2"
kind = "press"
seconds = 45
per_side = true
cue = "Same spot again. Sink in."
text = "The same spot again. Sink in and stay still. Stay at {ceiling} or less."
say = "Same spot again. Sink in and stay still."
prompts = [{ at = 15, say = "Stay at {ceiling} or less. Breathe out." }, { at = 30, say = "Soften around the ball." }]

[[steps]]
id = "move_2"
kind = "move"
seconds = 36
per_side = true
cue = "Move the ball down. Circle your foot."
text = "Ball one finger-width down and outward. Draw slow circles with your foot, 6 s each. Change direction halfway."
say = "Ball one finger lower. Slow circles with your {side} foot."
tempo_s = 6
prompts = [{ at = 18, say = "Now circle the other way." }]

[[steps]]
id = "rest_2"
kind = "rest"
seconds = 12
per_side = true
cue = "Put the ball aside. Rest the leg."
text = "Ball away. Let the leg lie."
say = "Ball away. Let your leg lie."
tool = "none"

[[steps]]
id = "after"
kind = "check"
seconds = 15
per_side = true
cue = "Press the same spot. Rate it again."
text = "Press the sore spot once with the same force. Rate it 0–10. Same spot, same force as before."
say = "Same spot, same force. Rate it nought to ten."
check = "after"
records = ["tenderness_0_10"]

[[steps]]
id = "switch"
kind = "switch_side"
seconds = 15
per_side = false
cue = "Set up your {other_side} leg"
text = "Change legs. Move slowly; nothing is timed against you."
say = "Rest. Now set up your {other_side} leg."

[[steps]]
id = "finish"
kind = "rest"
seconds = 39
per_side = false
cue = "Stand up. Walk, heels down."
text = "Stand up and walk a few steps. Heels down, easy."
say = "Stand up slowly. Walk, heels down, easy."
');
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
