package org.manyhands.shift;

import java.util.List;

/** There may be places where there were none: whoever waits may have them once the change is committed. */
public record RoomMade(List<ShiftId> shifts) {}
