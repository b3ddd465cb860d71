package org.manyhands.schedulefile;

import java.io.StringReader;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The XML that Pentabarf, frab, pretalx and others write: days, in them rooms, in them events. Read as a stream, without
 * document types, entities and whatever else would open other files (OWASP, XML External Entity Prevention).
 */
final class FrabXml {

    private static final XMLInputFactory XML = withoutOtherFiles();

    private final ConferenceDays days;
    private final Gathering gathering;
    private FileTimes times;
    private FrabDay day;
    private String dayChange = "";
    private String room = "";
    private int events;

    FrabXml(ConferenceDays days) {
        this.days = days;
        gathering = new Gathering(days);
        times = new FileTimes(days);
        day = FrabDay.none(times);
    }

    private static XMLInputFactory withoutOtherFiles() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty("javax.xml.stream.isSupportingExternalEntities", false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("no other files");
        });
        return factory;
    }

    ScheduleRead.Read read(String text) {
        try {
            var xml = XML.createXMLStreamReader(new StringReader(text));
            try {
                read(xml);
            } catch (XMLStreamException e) {
                throw new CannotRead("This begins like XML, but is not: look at line "
                        + Math.max(1, xml.getLocation().getLineNumber()) + ".");
            } finally {
                xml.close();
            }
        } catch (XMLStreamException e) {
            throw new CannotRead("This begins like XML, but is not.");
        }
        return gathering.read(Format.FRAB_XML);
    }

    private void read(XMLStreamReader xml) throws XMLStreamException {
        var depth = 0;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.DTD ->
                    throw new CannotRead("This XML has a document type (<!DOCTYPE …>), which we do not read. "
                            + "Delete that part and try again.");
                case XMLStreamConstants.START_ELEMENT -> depth += opened(xml, depth + 1);
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    closed(xml.getLocalName());
                }
                default -> {}
            }
        }
    }

    /** How much deeper we stand afterwards: not at all where the element was read to its end. */
    private int opened(XMLStreamReader xml, int depth) throws XMLStreamException {
        Tag.checkDepth(depth);
        var name = xml.getLocalName();
        if (depth == 1 && !name.equals("schedule")) {
            throw new CannotRead("This XML is not a schedule: its outermost element is <"
                    + PlainText.cut(name, Caps.NAME) + ">, not <schedule>.");
        }
        switch (name) {
            case "schedule" -> {
                return 1;
            }
            case "day" -> {
                day = FrabDay.of(
                        times, attribute(xml, "date"), attribute(xml, "start"), attribute(xml, "end"), dayChange);
                return 1;
            }
            case "room" -> {
                room = attribute(xml, "name");
                return 1;
            }
            case "event" -> event(Tag.read(xml, depth));
            case "conference" -> conference(Tag.read(xml, depth));
            default -> Tag.read(xml, depth);
        }
        return 0;
    }

    private void closed(String name) {
        if (name.equals("room")) {
            room = "";
        } else if (name.equals("day")) {
            day = FrabDay.none(times);
        }
    }

    private void conference(Tag conference) {
        dayChange = conference.text("day_change");
        times = new FileTimes(days)
                .in(FileTimes.zone(conference.text("time_zone_name")).orElse(null));
        day = FrabDay.none(times);
    }

    private void event(Tag tag) {
        var own = tag.texts("room");
        var event = new FrabEvent(
                tag.attribute("guid"),
                tag.attribute("id"),
                tag.text("title"),
                tag.text("subtitle"),
                tag.text("abstract", "description"),
                tag.text("date"),
                tag.text("start"),
                tag.text("duration"),
                tag.text("end"),
                own.isEmpty() ? List.of(room) : own,
                tag.children("persons").stream()
                        .flatMap(persons -> persons.texts("person").stream())
                        .toList(),
                tag.text("type"),
                tag.text("url"));
        var on = day;
        var index = ++events;
        gathering.add(event.spot(index), () -> event.on(on, index));
    }

    private static String attribute(XMLStreamReader xml, String name) {
        var value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }
}
