package org.manyhands.roster;

import java.util.List;

/** Whether the installation's data keeps what it promises; the operations module, two floors above, looks. */
public interface SelfCheck {

    /** What was found lately, in this or another conference; nothing while all is well. */
    List<Fault> faults();

    /** Something that must never be, by the name under which messages.properties puts it in words. */
    record Fault(String invariant, int count) {}
}
