package org.manyhands.signup;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.manyhands.conference.ConferencePage;
import org.manyhands.conference.RolesInSight;
import org.manyhands.shared.NotFound;
import org.manyhands.shift.ShiftId;
import org.manyhands.volunteer.VolunteerId;

/** What happens to signups: by those who help through the services, by organizers through their pages where they have others. */
enum RandomOperation {
    SIGN_UP(6) {
        @Override
        void happenIn(RandomWorld world, Random chance) {
            world.to().signups().signUp(world.somebody(chance), List.of(world.shift(chance)), UUID.randomUUID());
        }
    },
    SIGN_UP_OR_WAIT(6) {
        @Override
        void happenIn(RandomWorld world, Random chance) {
            world.to().signups().signUpOrWait(world.somebody(chance), world.shift(chance), UUID.randomUUID());
        }
    },
    TAKE_SEVERAL(2) {
        @Override
        void happenIn(RandomWorld world, Random chance) {
            var wanted = List.of(world.shift(chance), world.shift(chance), world.shift(chance));
            world.to().signups().signUp(world.somebody(chance), wanted, UUID.randomUUID());
        }
    },
    WITHDRAW(6) {
        @Override
        void happenIn(RandomWorld world, Random chance) {
            var held = world.held(chance);
            if (held != null) {
                var left = world.to().leaving().leave(held.volunteer(), List.of(held.shift()));
                world.to().waitlist().serve(left.toServe());
            }
        }
    },
    ASK_FOR_COVER(2) {
        @Override
        void happenIn(RandomWorld world, Random chance) {
            var held = world.held(chance);
            if (held != null) {
                world.to().covers().ask(held.volunteer(), held.shift());
                world.to().waitlist().serve(List.of(held.shift()));
            }
        }
    },
    COVER(2) {
        @Override
        void happenIn(RandomWorld world, Random chance) {
            var wanted = world.any(
                    "select shift_id from shift where cover_wanted > 0 and conference_id = :conference", chance);
            var shift = wanted == null ? world.shift(chance) : new ShiftId(wanted);
            world.to().covers().take(world.somebody(chance), shift, UUID.randomUUID(), false);
        }
    },
    OFFER_A_SWAP(2) {
        @Override
        void happenIn(RandomWorld world, Random chance) {
            var mine = world.held(chance);
            var theirs = world.held(chance);
            if (mine != null && theirs != null && !mine.shift().equals(theirs.shift())) {
                world.to().swaps().offer(mine.volunteer(), mine.shift(), theirs.shift());
            }
        }
    },
    SWAP(3) {
        @Override
        void happenIn(RandomWorld world, Random chance) {
            var offer = world.any("""
                    select swap_offer_id from swap_offer
                    where ended_at is null and conference_id = :conference
                    """, chance);
            if (offer != null) {
                var on = world.any("""
                        select volunteer_id from signup join swap_offer on wanted_shift_id = shift_id
                        where state = 'CONFIRMED' and signup.conference_id = :conference and swap_offer_id = '%s'
                        """.formatted(offer), chance);
                var taker = on == null ? world.somebody(chance) : new VolunteerId(on);
                world.to().swaps().accept(taker, offer);
            }
        }
    },
    PROMOTE(1) {
        @Override
        void happenIn(RandomWorld world, Random chance) {
            var offered = world.any(OFFERED, chance);
            if (offered != null) {
                world.letRunOut(offered);
            }
            world.to().waitlist().sweep();
        }
    },
    SAY_YES_TO_AN_OFFER(1) {
        @Override
        void happenIn(RandomWorld world, Random chance) {
            var offered = world.any(OFFERED, chance);
            if (offered != null) {
                var place = world.placeOf(offered);
                world.to().offers().accept(place.volunteer(), place.shift());
            }
        }
    },
    ASSIGN(2) {
        @Override
        void happenIn(RandomWorld world, Random chance) {
            var reason = chance.nextBoolean() ? "She knows the way" : null;
            world.to().assigning().assign(world.conference().id(), world.shift(chance), world.somebody(chance), reason);
        }
    },
    REMOVE(1) {
        @Override
        void happenIn(RandomWorld world, Random chance) {
            var held = world.held(chance);
            if (held != null) {
                world.to().assigning().remove(world.conference().id(), held.shift(), held.volunteer(), "");
                world.to().waitlist().serve(List.of(held.shift()));
            }
        }
    },
    MOVE_SOMEBODY(2) {
        @Override
        void happenIn(RandomWorld world, Random chance) {
            var held = world.held(chance);
            var to = world.shift(chance);
            if (held != null && !held.shift().equals(to)) {
                var reason = chance.nextBoolean() ? "She is needed there" : null;
                var move = new Reassigning.Move(held.volunteer(), held.shift(), to);
                world.to().reassigning().move(world.conference().id(), RolesInSight.EVERY, move, reason);
                world.to().waitlist().serve(List.of(held.shift()));
            }
        }
    },
    WALK_IN(1) {
        @Override
        void happenIn(RandomWorld world, Random chance) {
            var who = new WalkingIn.Person(VolunteerId.next(), "Ana", "");
            var page = ConferencePage.of(world.conference());
            var reason = chance.nextBoolean() ? "There she is" : "";
            world.to().walkingIn().onto(world.shift(chance), who, reason, page, RolesInSight.EVERY);
        }
    },
    /** With somebody who has an account, or with another one who walked in; either may be gone by then. */
    MERGE(1) {
        @Override
        void happenIn(RandomWorld world, Random chance) {
            var walkedIn = world.any(WALKED_IN, chance);
            var second = chance.nextInt(4) == 0 ? world.any(WALKED_IN, chance) : null;
            var other = second == null ? world.somebody(chance) : new VolunteerId(second);
            if (walkedIn == null || walkedIn.equals(second)) {
                return;
            }
            var keep = chance.nextInt(3) == 0
                    ? null
                    : MergePair.Keep.values()[chance.nextInt(MergePair.Keep.values().length)];
            try {
                var merged =
                        world.to().merging().merge(world.conference().id(), new VolunteerId(walkedIn), other, keep);
                world.to().waitlist().serve(merged.toServe());
            } catch (NotFound gone) {
                // Somebody else merged one of them just before
            }
        }
    },
    CANCEL(0.1) {
        @Override
        void happenIn(RandomWorld world, Random chance) {
            world.to().clearing().cancel(world.conference().id(), world.shift(chance));
        }
    },
    MOVE_EVERYBODY(0.1) {
        @Override
        void happenIn(RandomWorld world, Random chance) {
            var from = world.shift(chance);
            var to = world.shift(chance);
            if (!from.equals(to)) {
                world.to().clearing().moveEverybody(world.conference().id(), from, to);
            }
        }
    },
    CHANGE_CAPACITY(1) {
        @Override
        void happenIn(RandomWorld world, Random chance) {
            var most = 1 + chance.nextInt(6);
            world.change(chance, Map.of("minimum", "0", "wanted", "1", "maximum", String.valueOf(most)));
        }
    },
    MOVE_SHIFT(0.5) {
        @Override
        void happenIn(RandomWorld world, Random chance) {
            var to = world.any("select timeslot_id from timeslot where conference_id = :conference", chance);
            world.change(chance, Map.of("timeslot", String.valueOf(to)));
        }
    },
    MOVE_TIMESLOT(0.5) {
        @Override
        void happenIn(RandomWorld world, Random chance) {
            var id = Objects.requireNonNull(
                    world.any("select timeslot_id from timeslot where conference_id = :conference", chance));
            var form = world.read("""
                    select version::text, label, (lower(during) at time zone 'America/New_York')::date::text as day
                    from timeslot where timeslot_id = ?
                    """, id);
            var hour = 7 + chance.nextInt(10);
            form.put("from", "%02d:%02d".formatted(hour, 5 * chance.nextInt(12)));
            form.put("to", "%02d:30".formatted(hour + 1));
            world.post(chance, "/timeslots/" + id, form);
        }
    };

    private static final String WALKED_IN =
            "select volunteer_id from volunteer where account_id is null and conference_id = :conference";

    private static final String OFFERED =
            "select signup_id from signup where state = 'OFFERED' and conference_id = :conference";

    private final double often;

    RandomOperation(double often) {
        this.often = often;
    }

    abstract void happenIn(RandomWorld world, Random chance);

    static RandomOperation any(Random chance) {
        var all = 0.0;
        for (var each : values()) {
            all += each.often;
        }
        var left = chance.nextDouble(all);
        for (var each : values()) {
            left -= each.often;
            if (left < 0) {
                return each;
            }
        }
        return SIGN_UP;
    }
}
