package org.manyhands.schedule;

import org.manyhands.conference.ConferenceId;
import org.springframework.data.jpa.repository.JpaRepository;

/** Where the schedules of all conferences come from. */
interface ScheduleSources extends JpaRepository<ScheduleSource, ConferenceId> {}
