package hotline.cli.client;

import org.jspecify.annotations.Nullable;

/**
 * Why a node did not do what it was asked (RFC 9457).
 *
 * @param code stable, for programs
 * @param detail one sentence for a person
 * @param id the statement that was signed and refused; null if none was
 * @param index its place in the record; null if it has none
 */
record Problem(String code, String detail, @Nullable String id, @Nullable Long index) {}
