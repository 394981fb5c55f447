/**
 * EUROCONTROL ASTERIX: data blocks of category 062 (system tracks, edition 1.18) and 021 (ADS-B,
 * edition 2.6) enter; reports leave.
 *
 * <p>Strict and total: any byte sequence gives reports and counted rejects. Every item of both
 * categories is measured, so that the next one is found; a record that does not fit its lengths is
 * not used, and neither is what follows it in its block.
 */
@NullMarked
package hotline.traffic.asterix;

import org.jspecify.annotations.NullMarked;
