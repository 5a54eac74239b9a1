CREATE TABLE `learned_places` (
	`id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`street` text NOT NULL,
	`learned_by` integer NOT NULL,
	`learned_at` integer NOT NULL,
	`cases` text NOT NULL,
	`forgotten_by` integer,
	`forgotten_at` integer,
	FOREIGN KEY (`learned_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`forgotten_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `learned_once` ON `learned_places` (`name`,`street`) WHERE "learned_places"."forgotten_at" is null;--> statement-breakpoint
CREATE TABLE `place_proposals` (
	`id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`street` text NOT NULL,
	`no` integer NOT NULL,
	`at` integer NOT NULL,
	`settled_at` integer,
	`settled_by` integer,
	FOREIGN KEY (`no`) REFERENCES `cases`(`no`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`settled_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `proposed_once` ON `place_proposals` (`name`,`street`,`no`);--> statement-breakpoint
CREATE INDEX `proposals_open` ON `place_proposals` (`at`) WHERE "place_proposals"."settled_at" is null;
