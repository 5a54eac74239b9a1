CREATE TABLE `backups` (
	`id` integer PRIMARY KEY NOT NULL,
	`by` integer,
	`at` integer NOT NULL,
	`state` text DEFAULT 'wanted' NOT NULL,
	`tries` integer DEFAULT 0 NOT NULL,
	`ended_at` integer,
	`taken` text,
	`sound` integer DEFAULT false NOT NULL,
	`fault` text,
	FOREIGN KEY (`by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "backups_state" CHECK("backups"."state" in ('wanted','done','failed'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `backups_wanted` ON `backups` (`id`) WHERE "backups"."state" = 'wanted';
