/**
 * A disk in memory that keeps apart what was forced and what was not. Programs see it as a file
 * system of the JDK; whoever simulates cuts its power, fills it up and lets it fail. What must
 * never happen here: that something survives a cut which was not forced, except by luck.
 */
@NullMarked
package hotline.simulator.disk;

import org.jspecify.annotations.NullMarked;
