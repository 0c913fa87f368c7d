"""Use cases as QObjects. QtCore only; QtMultimedia and QtTextToSpeech only in sound and voice."""
