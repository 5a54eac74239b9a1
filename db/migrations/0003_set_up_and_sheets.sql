CREATE TABLE `announced` (
	`person` integer PRIMARY KEY NOT NULL,
	`silent` integer NOT NULL,
	`until` integer NOT NULL,
	FOREIGN KEY (`person`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `confirmations` (
	`id` integer PRIMARY KEY NOT NULL,
	`person` integer NOT NULL,
	`room` text,
	`code` text NOT NULL,
	`wish` text NOT NULL,
	`expires_at` integer NOT NULL,
	`done_at` integer,
	FOREIGN KEY (`person`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `confirmations_of_person` ON `confirmations` (`person`,`expires_at`);--> statement-breakpoint
CREATE TABLE `friend_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`contact` text NOT NULL,
	`name` text NOT NULL,
	`at` integer NOT NULL,
	`approved_at` integer,
	`settled_at` integer
) STRICT;
--> statement-breakpoint
CREATE TABLE `roster` (
	`id` integer PRIMARY KEY NOT NULL,
	`once` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`unit` text,
	`street` text,
	`nickname` text,
	`imported_at` integer NOT NULL,
	`proposed` integer,
	`denied` integer,
	`person` integer,
	`verified_at` integer,
	FOREIGN KEY (`unit`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposed`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`denied`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `roster_once_unique` ON `roster` (`once`);--> statement-breakpoint
CREATE INDEX `roster_of_person` ON `roster` (`person`);--> statement-breakpoint
CREATE TABLE `sheets` (
	`id` integer PRIMARY KEY NOT NULL,
	`message` integer NOT NULL,
	`person` integer NOT NULL,
	`attachment` text NOT NULL,
	`name` text NOT NULL,
	`state` text DEFAULT 'wanted' NOT NULL,
	`silent` integer DEFAULT false NOT NULL,
	`rows_done` integer DEFAULT 0 NOT NULL,
	`faults` text NOT NULL,
	`tries` integer DEFAULT 0 NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`message`) REFERENCES `inbox`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "sheets_state" CHECK("sheets"."state" in ('wanted','done','lost'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `sheets_message_unique` ON `sheets` (`message`);--> statement-breakpoint
CREATE INDEX `sheets_wanted` ON `sheets` (`id`) WHERE "sheets"."state" = 'wanted';--> statement-breakpoint
CREATE TABLE `shown_lists` (
	`person` integer NOT NULL,
	`kind` text NOT NULL,
	`items` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`person`, `kind`),
	FOREIGN KEY (`person`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `wechat_rooms` (
	`contact` text PRIMARY KEY NOT NULL,
	`topic` text NOT NULL,
	`at` integer NOT NULL
) STRICT;
--> statement-breakpoint
ALTER TABLE `outbox` ADD `file` text;--> statement-breakpoint
ALTER TABLE `rooms` ADD `counted_at` integer;
