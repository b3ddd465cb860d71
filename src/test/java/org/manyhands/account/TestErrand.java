package org.manyhands.account;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.manyhands.shared.Flash;
import org.springframework.stereotype.Component;

/** Stands for what floors above bring along with a sign-in; does nothing unless a test asks it to. */
@Component
class TestErrand implements Errand {

    static final LocalPath ARRIVAL = new LocalPath("/errand/done");

    private final Map<SignInId, String> waiting = new ConcurrentHashMap<>();
    private final List<String> done = new CopyOnWriteArrayList<>();
    private volatile Consumer<Account> onTheWay = account -> {};

    void bring(SignInId signIn, String what) {
        waiting.put(signIn, what);
    }

    List<String> done() {
        return done;
    }

    /** Happens once, while the errand is carried out. */
    void onTheWay(Consumer<Account> once) {
        onTheWay = once;
    }

    @Override
    public Optional<String> announcedAs(SignInId signIn) {
        return Optional.ofNullable(waiting.get(signIn)).map(what -> "Sign in and " + what);
    }

    @Override
    public Optional<Purpose> purpose(SignInId signIn) {
        return Optional.ofNullable(waiting.get(signIn)).map(what -> new Purpose("Errand Con", List.of(what)));
    }

    @Override
    public boolean registers(SignInId signIn) {
        return waiting.containsKey(signIn);
    }

    @Override
    public Optional<Arrival> carryOut(SignInId signIn, Account account) {
        var what = waiting.get(signIn);
        if (what == null) {
            return Optional.empty();
        }
        var once = onTheWay;
        onTheWay = none -> {};
        once.accept(account);
        done.add(what);
        return Optional.of(Arrival.at(ARRIVAL, Flash.done("errand.done", what)));
    }

    @Override
    public void carryOver(SignInId from, SignInId to) {
        Optional.ofNullable(waiting.get(from)).ifPresent(what -> waiting.put(to, what));
    }
}
