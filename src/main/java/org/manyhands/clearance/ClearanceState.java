package org.manyhands.clearance;

/** What became of somebody's asking for what a role needs first. */
public enum ClearanceState {
    ASKED,
    GRANTED,
    DECLINED
}
