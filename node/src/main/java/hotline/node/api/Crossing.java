package hotline.node.api;

import java.time.Instant;

/**
 * That a notice crosses an agreed line or uses a corridor, or may.
 *
 * @param line its name in the terms
 * @param sort {@code LINE} or {@code CORRIDOR}
 * @param exact whether exact volumes say so; false: the coarse cells allow it
 * @param at when, at the earliest
 * @param askedSeconds the notice that the terms ask for
 * @param givenSeconds from the signing to then
 * @param words all of it for people
 */
public record Crossing(
    String line,
    String sort,
    boolean exact,
    Instant at,
    long askedSeconds,
    long givenSeconds,
    boolean late,
    String words) {}
