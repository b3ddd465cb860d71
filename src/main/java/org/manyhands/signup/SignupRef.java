package org.manyhands.signup;

import org.manyhands.conference.ConferenceId;
import org.manyhands.shift.ShiftId;
import org.manyhands.volunteer.VolunteerId;

/** A signup: whose it is, for which shift, at which conference. */
record SignupRef(SignupId id, ConferenceId conference, VolunteerId volunteer, ShiftId shift) {}
