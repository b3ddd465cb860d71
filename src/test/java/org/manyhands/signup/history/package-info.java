/**
 * Checks what many threads were told about shifts against what one counter, changed by one of them at a time, could have
 * told them: linearizability (Herlihy and Wing, "Linearizability: A Correctness Condition for Concurrent Objects", ACM
 * TOPLAS 12(3), 1990). Each call must seem to take effect at one instant between its beginning and its answer.
 *
 * <p>In general that is a search through orders, and NP-complete (Gibbons and Korach, "Testing Shared Memories", 1997). A
 * shift, however, is a counter that goes up and down by one, and a history is linearizable where that of each of its
 * objects is (Herlihy and Wing's locality); so here a sweep over the instants at which calls begin and end is enough, in
 * O(n log n).
 */
@NullMarked
package org.manyhands.signup.history;

import org.jspecify.annotations.NullMarked;
