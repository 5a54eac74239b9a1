ALTER TABLE `outbox` ADD `apart` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX `outbox_cards` ON `outbox` (`room`,`claimed_at`) WHERE "outbox"."class" = 'card';