package org.manyhands.account;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Stands for the floor that knows who organizes what; gives nobody a right unless a test does. */
@Component
class TestRights implements Rights {

    private final Map<AccountId, Set<String>> organizers = new ConcurrentHashMap<>();

    void letOrganize(AccountId account, String conferenceSlug) {
        organizers.computeIfAbsent(account, id -> ConcurrentHashMap.newKeySet()).add(conferenceSlug);
    }

    @Override
    public boolean mayOrganize(AccountId account, String conferenceSlug) {
        return organizers.getOrDefault(account, Set.of()).contains(conferenceSlug);
    }

    @Override
    public boolean organizesAnything(AccountId account) {
        return organizers.containsKey(account);
    }
}
