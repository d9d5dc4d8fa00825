package io.mauntic.analytics.activity;

/**
 * Something that finished or needs somebody, as one person finds it.
 *
 * @param unread whether it happened after they last looked
 */
public record Notification(Activity told, boolean unread) {}
