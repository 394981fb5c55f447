package hotline.record.statement;

/** What bytes that claim to be a statement came to. */
public sealed interface Parsed permits Statement, Malformed {}
