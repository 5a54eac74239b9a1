CREATE TABLE `files` (
	`id` integer PRIMARY KEY NOT NULL,
	`message` integer NOT NULL,
	`attachment` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`person` integer NOT NULL,
	`room` integer,
	`sent_at` integer NOT NULL,
	`state` text NOT NULL,
	`no` integer,
	`tries` integer DEFAULT 0 NOT NULL,
	`try_at` integer NOT NULL,
	`hash` text,
	`size` integer,
	`stripped` integer,
	`latitude` real,
	`longitude` real,
	`ack` integer,
	`ask_at` integer,
	`asked_at` integer,
	FOREIGN KEY (`message`) REFERENCES `inbox`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`room`) REFERENCES `rooms`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`no`) REFERENCES `cases`(`no`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "files_state" CHECK("files"."state" in ('wanted','held','stored','lost'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `files_attachment` ON `files` (`message`,`attachment`);--> statement-breakpoint
CREATE INDEX `files_wanted` ON `files` (`try_at`) WHERE "files"."state" = 'wanted';--> statement-breakpoint
CREATE INDEX `files_loose` ON `files` (`person`,`sent_at`) WHERE "files"."no" is null;--> statement-breakpoint
CREATE INDEX `files_asking` ON `files` (`ask_at`) WHERE "files"."ask_at" is not null;--> statement-breakpoint
CREATE INDEX `files_of_case` ON `files` (`no`);--> statement-breakpoint
CREATE INDEX `files_hash` ON `files` (`hash`);--> statement-breakpoint
CREATE TABLE `namings` (
	`id` integer PRIMARY KEY NOT NULL,
	`person` integer NOT NULL,
	`room` integer,
	`no` integer NOT NULL,
	`message` integer NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`person`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`room`) REFERENCES `rooms`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`no`) REFERENCES `cases`(`no`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`message`) REFERENCES `inbox`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `namings_of_person` ON `namings` (`person`,`at`);--> statement-breakpoint
CREATE TABLE `questions` (
	`id` integer PRIMARY KEY NOT NULL,
	`person` integer NOT NULL,
	`kind` text NOT NULL,
	`choices` text NOT NULL,
	`files` text,
	`message` integer,
	`words` integer,
	`asked_at` integer NOT NULL,
	`answered_at` integer,
	FOREIGN KEY (`person`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`message`) REFERENCES `inbox`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`words`) REFERENCES `texts`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `questions_open` ON `questions` (`person`,`asked_at`) WHERE "questions"."answered_at" is null;--> statement-breakpoint
CREATE INDEX `questions_silent` ON `questions` (`asked_at`) WHERE "questions"."answered_at" is null;
