ALTER TABLE `announced` ADD `as` text;--> statement-breakpoint
ALTER TABLE `cases` ADD `city_revisited_at` integer;--> statement-breakpoint
CREATE INDEX `cases_city_revisited` ON `cases` (`city_revisited_at`);--> statement-breakpoint
CREATE INDEX `cases_due` ON `cases` (`deadline_at`);--> statement-breakpoint
CREATE INDEX `cases_handled` ON `cases` (`handled_at`);--> statement-breakpoint
CREATE INDEX `cases_revisited` ON `cases` (`revisited_at`);--> statement-breakpoint
ALTER TABLE `sheets` ADD `as` text;--> statement-breakpoint
CREATE INDEX `events_at` ON `events` (`at`);