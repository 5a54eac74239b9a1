CREATE TABLE `quiz_questions` (
	`id` integer PRIMARY KEY NOT NULL,
	`person` integer NOT NULL,
	`kind` text NOT NULL,
	`identity` text NOT NULL,
	`question` text NOT NULL,
	`wanted` text,
	`round` integer,
	`round_of` integer,
	`asked_at` integer NOT NULL,
	`outcome` text,
	`answered_at` integer,
	FOREIGN KEY (`person`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "quiz_outcome" CHECK("quiz_questions"."outcome" in ('right','wrong','unknown','left'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `quiz_of_person` ON `quiz_questions` (`person`,`asked_at`);--> statement-breakpoint
CREATE INDEX `quiz_of_round` ON `quiz_questions` (`round`) WHERE "quiz_questions"."round" is not null;
