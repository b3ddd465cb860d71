package org.manyhands.mail;

/**
 * What a mail tells calendars, as its last alternative (RFC 6047).
 *
 * @param method REQUEST or CANCEL (RFC 5546), as the text says it too
 * @param text an iCalendar object (RFC 5545), its lines folded and ended by CRLF
 */
public record CalendarPart(String method, String text) {}
