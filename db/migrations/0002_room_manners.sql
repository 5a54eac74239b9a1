CREATE TABLE `mutes` (
	`id` integer PRIMARY KEY NOT NULL,
	`room` integer NOT NULL,
	`until` integer NOT NULL,
	`by` integer NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`room`) REFERENCES `rooms`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `mutes_of_room` ON `mutes` (`room`,`id`);--> statement-breakpoint
CREATE TABLE `ownership` (
	`what` text PRIMARY KEY NOT NULL,
	`unit` text NOT NULL,
	FOREIGN KEY (`unit`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `shown` (
	`person` integer PRIMARY KEY NOT NULL,
	`items` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`person`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
