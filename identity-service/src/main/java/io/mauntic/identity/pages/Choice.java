package io.mauntic.identity.pages;

/** One of several to choose from in a form. */
public record Choice(String value, String label, boolean chosen) {}
