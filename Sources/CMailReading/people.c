#include "mail_reading.h"
#include <gmime/gmime.h>

struct mail_people {
    InternetAddressList *list;
    // The mailboxes in it and in its groups.
    GPtrArray *mailboxes;
};

// A group stands in no other one (RFC 5322, 3.4); what is written so all the same is not followed for ever.
static void take_people(mail_people *people, InternetAddressList *list, int level) {
    for (int index = 0; index < internet_address_list_length(list); index++) {
        InternetAddress *one = internet_address_list_get_address(list, index);
        if (INTERNET_ADDRESS_IS_MAILBOX(one)) g_ptr_array_add(people->mailboxes, one);
        if (INTERNET_ADDRESS_IS_GROUP(one) && level < 4)
            take_people(people, internet_address_group_get_members((InternetAddressGroup *)one), level + 1);
    }
}

mail_people *mail_people_open(const char *raw) {
    mail_people *people = g_new0(mail_people, 1);
    people->mailboxes = g_ptr_array_new();
    people->list = internet_address_list_parse(NULL, raw);
    if (people->list) take_people(people, people->list, 0);
    return people;
}

void mail_people_close(mail_people *people) {
    g_ptr_array_free(people->mailboxes, TRUE);
    if (people->list) g_object_unref(people->list);
    g_free(people);
}

size_t mail_people_count(const mail_people *people) { return people->mailboxes->len; }

const char *mail_people_name(const mail_people *people, size_t index) {
    return internet_address_get_name(g_ptr_array_index(people->mailboxes, index));
}

const char *mail_people_address(const mail_people *people, size_t index) {
    return internet_address_mailbox_get_addr(g_ptr_array_index(people->mailboxes, index));
}
