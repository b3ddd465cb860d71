-- A shift that does not take place: hidden like a draft, but not one that waits to be published.

alter table shift
    add column cancelled_at timestamptz,
    add constraint shift_is_hidden_while_cancelled check (cancelled_at is null or not published);
