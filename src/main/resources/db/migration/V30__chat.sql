-- Where a conference's team chats: an address that takes {"text": …}. Whoever knows it can write there.
create table chat_webhook (
    conference_id uuid primary key references conference,
    address text not null check (address ~ '^https://' and length(address) <= 2000),
    below_minimum boolean not null,
    cover_wanted boolean not null,
    version integer not null default 0
);

-- Messages to a chat wait and are tried again in the same line as mails. Their recipient is the address's host.
alter table mail
    add column webhook text check (webhook ~ '^https://'),
    drop constraint mail_recipient_check,
    add constraint mail_recipient_check check (webhook is not null or recipient like '_%@_%'),
    add constraint mail_to_a_chat_is_text check (webhook is null or (html_body is null and calendar is null and not secret));
