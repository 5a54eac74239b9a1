CREATE TABLE `absences` (
	`id` integer PRIMARY KEY NOT NULL,
	`from_at` integer NOT NULL,
	`to_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `absences_from` ON `absences` (`from_at`);--> statement-breakpoint
CREATE TABLE `areas` (
	`street` text PRIMARY KEY NOT NULL,
	`unit` text NOT NULL,
	FOREIGN KEY (`unit`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `calendar_days` (
	`date` text PRIMARY KEY NOT NULL,
	`workday` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `cases` (
	`no` integer PRIMARY KEY NOT NULL,
	`state` text NOT NULL,
	`channel` text NOT NULL,
	`basis` text NOT NULL,
	`grade` text NOT NULL,
	`urgent` integer NOT NULL,
	`confidential` integer NOT NULL,
	`category` text NOT NULL,
	`industry` text NOT NULL,
	`street` text,
	`community` text,
	`external_no` text,
	`place` integer,
	`subject` integer,
	`content` integer,
	`complainant` integer,
	`missing` text NOT NULL,
	`reported_by` integer NOT NULL,
	`reported_in` integer,
	`card_room` integer,
	`registered_at` integer NOT NULL,
	`deadline_at` integer,
	`deadline_official` integer,
	`deadline_derived` integer,
	`owner_person` integer,
	`owner_unit` text,
	`first_receiver` text,
	`waiting_since` integer NOT NULL,
	`claimed_at` integer,
	`contacted_at` integer,
	`arrived_at` integer,
	`tested_at` integer,
	`handled_at` integer,
	`revisited_at` integer,
	`replied_at` integer,
	`closed_at` integer,
	`armed_by` text NOT NULL,
	`seq` integer NOT NULL,
	FOREIGN KEY (`place`) REFERENCES `texts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`subject`) REFERENCES `texts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`content`) REFERENCES `texts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`complainant`) REFERENCES `vault`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reported_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reported_in`) REFERENCES `rooms`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`card_room`) REFERENCES `rooms`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner_person`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "cases_no" CHECK("cases"."no" >= 101),
	CONSTRAINT "cases_state" CHECK("cases"."state" in ('waiting','claimed','handled','closed','returned','merged','void')),
	CONSTRAINT "cases_owner" CHECK(("cases"."owner_person" is null) = ("cases"."owner_unit" is null)),
	CONSTRAINT "cases_deadline" CHECK(("cases"."deadline_at" is null) = ("cases"."deadline_official" is null))
) STRICT;
--> statement-breakpoint
CREATE INDEX `cases_open` ON `cases` (`street`,`no`) WHERE "cases"."state" in ('waiting','claimed','handled');--> statement-breakpoint
CREATE INDEX `cases_of_owner` ON `cases` (`owner_person`) WHERE "cases"."state" in ('waiting','claimed','handled');--> statement-breakpoint
CREATE UNIQUE INDEX `cases_external` ON `cases` (`external_no`) WHERE "cases"."external_no" is not null and "cases"."state" <> 'void';--> statement-breakpoint
CREATE INDEX `cases_registered` ON `cases` (`registered_at`);--> statement-breakpoint
CREATE INDEX `cases_reported` ON `cases` (`reported_by`,`registered_at`);--> statement-breakpoint
CREATE TABLE `clocks` (
	`no` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`no`) REFERENCES `cases`(`no`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `clocks_due` ON `clocks` (`at`);--> statement-breakpoint
CREATE TABLE `codes` (
	`hash` text PRIMARY KEY NOT NULL,
	`purpose` text NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer
) STRICT;
--> statement-breakpoint
CREATE TABLE `disclosures` (
	`id` integer PRIMARY KEY NOT NULL,
	`vault` integer NOT NULL,
	`no` integer NOT NULL,
	`person` integer NOT NULL,
	`at` integer NOT NULL,
	`why` text NOT NULL,
	FOREIGN KEY (`vault`) REFERENCES `vault`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `duties` (
	`id` integer PRIMARY KEY NOT NULL,
	`unit` text NOT NULL,
	`person` integer NOT NULL,
	`from_at` integer NOT NULL,
	`to_at` integer NOT NULL,
	FOREIGN KEY (`unit`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "duties_order" CHECK("duties"."from_at" < "duties"."to_at")
) STRICT;
--> statement-breakpoint
CREATE INDEX `duties_of_unit` ON `duties` (`unit`,`to_at`);--> statement-breakpoint
CREATE TABLE `events` (
	`id` integer PRIMARY KEY NOT NULL,
	`no` integer NOT NULL,
	`seq` integer NOT NULL,
	`at` integer NOT NULL,
	`by` integer,
	`cause` integer,
	`kind` text NOT NULL,
	`data` text NOT NULL,
	`hash` text NOT NULL,
	FOREIGN KEY (`no`) REFERENCES `cases`(`no`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cause`) REFERENCES `inbox`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `events_of_case` ON `events` (`no`,`seq`);--> statement-breakpoint
CREATE INDEX `events_cause` ON `events` (`cause`);--> statement-breakpoint
CREATE TABLE `inbox` (
	`id` integer PRIMARY KEY NOT NULL,
	`message` text NOT NULL,
	`person` integer NOT NULL,
	`room` integer,
	`sealed` blob,
	`sent_at` integer NOT NULL,
	`kept_at` integer NOT NULL,
	`state` text NOT NULL,
	`fault` text,
	FOREIGN KEY (`person`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`room`) REFERENCES `rooms`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "inbox_state" CHECK("inbox"."state" in ('kept','handled','chatter','failed'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `inbox_message_unique` ON `inbox` (`message`);--> statement-breakpoint
CREATE INDEX `inbox_waiting` ON `inbox` (`id`) WHERE "inbox"."state" = 'kept';--> statement-breakpoint
CREATE INDEX `inbox_of_room` ON `inbox` (`room`);--> statement-breakpoint
CREATE INDEX `inbox_of_person` ON `inbox` (`person`,`kept_at`);--> statement-breakpoint
CREATE INDEX `inbox_sealed` ON `inbox` (`kept_at`) WHERE "inbox"."sealed" is not null;--> statement-breakpoint
CREATE TABLE `job_runs` (
	`name` text NOT NULL,
	`period` text NOT NULL,
	`state` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`name`, `period`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `members` (
	`room` integer NOT NULL,
	`person` integer NOT NULL,
	`alias` text,
	PRIMARY KEY(`room`, `person`),
	FOREIGN KEY (`room`) REFERENCES `rooms`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `members_person` ON `members` (`person`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` integer PRIMARY KEY NOT NULL,
	`room` integer,
	`person` integer,
	`class` text NOT NULL,
	`state` text DEFAULT 'pending' NOT NULL,
	`budget_day` text,
	`personal` integer DEFAULT false NOT NULL,
	`not_before` integer NOT NULL,
	`good_until` integer,
	`created_at` integer NOT NULL,
	`claimed_at` integer,
	`sent_at` integer,
	`attempts` integer DEFAULT 0 NOT NULL,
	`spoken` text,
	`gateway_id` text,
	FOREIGN KEY (`room`) REFERENCES `rooms`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "outbox_to" CHECK(("outbox"."room" is null) <> ("outbox"."person" is null)),
	CONSTRAINT "outbox_state" CHECK("outbox"."state" in ('pending','sending','sent','dropped','unknown','refused'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `outbox_pending` ON `outbox` (`not_before`,`id`) WHERE "outbox"."state" = 'pending';--> statement-breakpoint
CREATE INDEX `outbox_sending` ON `outbox` (`id`) WHERE "outbox"."state" = 'sending';--> statement-breakpoint
CREATE INDEX `outbox_of_room` ON `outbox` (`room`,`class`,`id`) WHERE "outbox"."state" in ('pending','sending');--> statement-breakpoint
CREATE INDEX `outbox_of_person` ON `outbox` (`person`,`class`,`id`) WHERE "outbox"."state" in ('pending','sending');--> statement-breakpoint
CREATE INDEX `outbox_budget` ON `outbox` (`room`,`budget_day`) WHERE "outbox"."budget_day" is not null;--> statement-breakpoint
CREATE INDEX `outbox_gateway` ON `outbox` (`gateway_id`) WHERE "outbox"."gateway_id" is not null;--> statement-breakpoint
CREATE TABLE `people` (
	`id` integer PRIMARY KEY NOT NULL,
	`contact` text NOT NULL,
	`name` text NOT NULL,
	`friend` integer DEFAULT false NOT NULL,
	`unreachable_since` integer
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `people_contact_unique` ON `people` (`contact`);--> statement-breakpoint
CREATE TABLE `pulse` (
	`id` integer PRIMARY KEY NOT NULL,
	`heard_at` integer NOT NULL,
	CONSTRAINT "pulse_one" CHECK("pulse"."id" = 1)
) STRICT;
--> statement-breakpoint
CREATE TABLE `roles` (
	`id` integer PRIMARY KEY NOT NULL,
	`person` integer NOT NULL,
	`role` text NOT NULL,
	`unit` text,
	`street` text,
	`granted_by` integer,
	`granted_at` integer NOT NULL,
	`revoked_at` integer,
	FOREIGN KEY (`person`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`granted_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `roles_of_person` ON `roles` (`person`);--> statement-breakpoint
CREATE INDEX `roles_of_unit` ON `roles` (`unit`);--> statement-breakpoint
CREATE INDEX `roles_of_street` ON `roles` (`street`);--> statement-breakpoint
CREATE TABLE `rooms` (
	`id` integer PRIMARY KEY NOT NULL,
	`contact` text NOT NULL,
	`topic` text NOT NULL,
	`kind` text NOT NULL,
	`street` text,
	`unit` text,
	`bound_by` integer NOT NULL,
	`bound_at` integer NOT NULL,
	`unbound_at` integer,
	FOREIGN KEY (`unit`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`bound_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "rooms_kind" CHECK("rooms"."kind" in ('street','unit','district','leaders','city')),
	CONSTRAINT "rooms_street" CHECK(("rooms"."kind" = 'street') = ("rooms"."street" is not null)),
	CONSTRAINT "rooms_unit" CHECK(("rooms"."kind" = 'unit') = ("rooms"."unit" is not null))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `rooms_contact_unique` ON `rooms` (`contact`);--> statement-breakpoint
CREATE INDEX `rooms_of_street` ON `rooms` (`street`);--> statement-breakpoint
CREATE TABLE `said` (
	`key` text PRIMARY KEY NOT NULL,
	`outbox` integer NOT NULL,
	`no` integer,
	`sentence` text NOT NULL,
	`brief` text,
	`reminder` integer DEFAULT false NOT NULL,
	`dropped` integer DEFAULT false NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`outbox`) REFERENCES `outbox`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `said_of_outbox` ON `said` (`outbox`);--> statement-breakpoint
CREATE INDEX `said_of_case` ON `said` (`no`) WHERE "said"."reminder" = 1;--> statement-breakpoint
CREATE TABLE `settings` (
	`key` text NOT NULL,
	`from_date` text NOT NULL,
	`value` text NOT NULL,
	`by` integer,
	`at` integer NOT NULL,
	PRIMARY KEY(`key`, `from_date`),
	FOREIGN KEY (`by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `texts` (
	`id` integer PRIMARY KEY NOT NULL,
	`salt` text,
	`body` text,
	`digest` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `units` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `vault` (
	`id` integer PRIMARY KEY NOT NULL,
	`sealed` blob,
	`phone_hash` text,
	`kept_at` integer NOT NULL,
	`erased_at` integer
) STRICT;
--> statement-breakpoint
CREATE INDEX `vault_phone` ON `vault` (`phone_hash`);--> statement-breakpoint
CREATE TRIGGER IF NOT EXISTS events_no_update BEFORE UPDATE ON events
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;--> statement-breakpoint
CREATE TRIGGER IF NOT EXISTS events_no_delete BEFORE DELETE ON events
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
