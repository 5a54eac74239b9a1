CREATE TABLE `ledger_templates` (
	`id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`template` text,
	`learned_by` integer NOT NULL,
	`learned_at` integer NOT NULL,
	FOREIGN KEY (`learned_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
ALTER TABLE `archives` ADD `head` text;
