package org.manyhands.shift;

/** There may be places where there were none: whoever waits may have them once the change is committed. */
public record RoomMade(ShiftId shift) {}
