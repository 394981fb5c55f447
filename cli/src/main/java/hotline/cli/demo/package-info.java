/**
 * The demonstration: two parties on one machine play the line on real recorded traffic. A recording
 * enters; a commentary leaves, and whether every step's own check held. Its officers act through
 * the nodes' public API alone, as people and systems do; its checks use none of the code that they
 * check.
 */
@NullMarked
package hotline.cli.demo;

import org.jspecify.annotations.NullMarked;
