CREATE TABLE `archives` (
	`period` text PRIMARY KEY NOT NULL,
	`confirmed_at` integer NOT NULL,
	`by` integer NOT NULL,
	FOREIGN KEY (`by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `erasures` (
	`no` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`no`) REFERENCES `cases`(`no`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `file_looks` (
	`id` integer PRIMARY KEY NOT NULL,
	`file` integer NOT NULL,
	`no` integer NOT NULL,
	`person` integer NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`file`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `file_looks_case` ON `file_looks` (`no`);--> statement-breakpoint
CREATE TABLE `former_ids` (
	`contact` text PRIMARY KEY NOT NULL,
	`person` integer,
	`room` integer,
	`at` integer NOT NULL,
	FOREIGN KEY (`person`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`room`) REFERENCES `rooms`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "former_ids_one" CHECK(("former_ids"."person" is null) <> ("former_ids"."room" is null))
) STRICT;
--> statement-breakpoint
CREATE TABLE `restoring` (
	`id` integer PRIMARY KEY NOT NULL,
	`plan` text NOT NULL,
	`at` integer NOT NULL,
	CONSTRAINT "restoring_one" CHECK("restoring"."id" = 1)
) STRICT;
--> statement-breakpoint
CREATE TABLE `suggestions` (
	`id` integer PRIMARY KEY NOT NULL,
	`message` integer,
	`person` integer NOT NULL,
	`room` integer,
	`words` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`message`) REFERENCES `inbox`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`room`) REFERENCES `rooms`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `suggestions_message_unique` ON `suggestions` (`message`);--> statement-breakpoint
ALTER TABLE `outbox` ADD `unknown_at` integer;--> statement-breakpoint
CREATE INDEX `outbox_unknown` ON `outbox` (`unknown_at`) WHERE "outbox"."unknown_at" is not null;--> statement-breakpoint
ALTER TABLE `people` ADD `became` integer REFERENCES people(id);
