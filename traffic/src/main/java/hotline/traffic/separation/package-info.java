/**
 * Predicted loss of separation in closed form: how two aircraft move as seen from each other and a
 * volume enter; the times at which one is inside the volume of the other leave.
 *
 * <p>This is geometry: metres and seconds as doubles, in a flat frame, straight motion at a
 * constant speed. What a curved earth, a turn or a level-off does to such a prediction is the
 * business of whoever sets up the frame. Numbers that are not finite are refused at the door.
 */
@NullMarked
package hotline.traffic.separation;

import org.jspecify.annotations.NullMarked;
