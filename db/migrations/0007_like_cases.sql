CREATE TABLE `alike_texts` (
	`text` integer PRIMARY KEY NOT NULL,
	`no` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `alike_texts_of_case` ON `alike_texts` (`no`);
--> statement-breakpoint
CREATE VIRTUAL TABLE `alike` USING fts5(grams, content='', contentless_delete=1, detail=none, tokenize='unicode61 remove_diacritics 0');
--> statement-breakpoint
CREATE TRIGGER IF NOT EXISTS texts_blanked AFTER UPDATE OF body ON texts WHEN new.body IS NULL
BEGIN
  DELETE FROM alike WHERE rowid IN (SELECT no FROM alike_texts WHERE text = old.id);
  DELETE FROM alike_texts WHERE no IN (SELECT no FROM alike_texts WHERE text = old.id);
END;
--> statement-breakpoint
CREATE TRIGGER IF NOT EXISTS texts_deleted AFTER DELETE ON texts
BEGIN
  DELETE FROM alike WHERE rowid IN (SELECT no FROM alike_texts WHERE text = old.id);
  DELETE FROM alike_texts WHERE no IN (SELECT no FROM alike_texts WHERE text = old.id);
END;
