/* Several dates in one cell. */
#include "model/date_read.h"

/* `a) `, `(b) `, `1) `, `(ii) `: what numbers the dates. */
static int take_label(dsg_date_text *text) {
    enum { LONGEST = 3 };
    dsg_date_text rest = *text;
    size_t length = 0;
    dsg_date_text_take(&rest, '(');
    while (!dsg_date_text_ended(&rest) && (dsg_is_letter(*rest.at) || dsg_is_digit(*rest.at))) {
        rest.at++;
        length++;
    }
    if (length == 0 || length > LONGEST || !dsg_date_text_take(&rest, ')')) return 0;
    *text = dsg_date_text_trimmed(rest);
    return 1;
}

/* How many bytes of a separator of dates stand here. `starts` tells that what follows is said by itself. */
static size_t separator_at(dsg_date_text text, int *starts) {
    static const struct {
        const char *words;
        int starts;
    } separators[] = {{" or ", 0}, {" and ", 0}, {",", 0}, {"&", 0}, {";", 1}, {"|", 1}, {"\n", 1}};
    for (size_t i = 0; i < sizeof separators / sizeof *separators; i++) {
        dsg_date_text rest = text;
        if (!dsg_date_text_take_word(&rest, separators[i].words)) continue;
        *starts = separators[i].starts;
        return (size_t)(rest.at - text.at);
    }
    dsg_date_text label = text;
    if (!dsg_is_space(*text.at)) return 0;
    label.at++;
    *starts = 1;
    return take_label(&label) ? (size_t)(label.at - text.at) : 0;
}

/* `circa 1969, 1971` does not say of which, so it counts for both. */
static int is_circa_first(const dsg_date_list *list) {
    return list->date.first_approximate && !dsg_is_digit(*list->words.at);
}

/* The date ends at the first separator before which there is one: a comma may be within (`Jan 6, 1978`). */
static int take_date(dsg_date_list *list, const dsg_date_habit *habit) {
    const dsg_date_text rest = list->rest;
    for (const char *at = rest.at; at <= rest.end && at - rest.at < DSG_DATE_WORDS; at++) {
        int starts = 0;
        const size_t separator = at < rest.end ? separator_at((dsg_date_text){at, rest.end}, &starts) : 0;
        if (at < rest.end && separator == 0) continue;
        list->words = dsg_date_text_trimmed((dsg_date_text){rest.at, at});
        if (dsg_date_read(list->words, habit, &list->date) != DSG_DATE_FINE) continue;
        list->rest = dsg_date_text_trimmed((dsg_date_text){at + separator, rest.end});
        list->approximate = !starts && (list->approximate || is_circa_first(list));
        return 1;
    }
    return 0;
}

int dsg_date_list_next(dsg_date_list *list, const dsg_date_habit *habit) {
    dsg_date_habit own = *habit;
    own.approximate = list->approximate;
    (void)take_label(&list->rest);
    return !dsg_date_text_ended(&list->rest) && take_date(list, &own);
}

int dsg_date_list_begin(dsg_date_list *list, const char *text, const dsg_date_habit *habit) {
    const dsg_date_text all = dsg_date_text_trimmed((dsg_date_text){text, text + strlen(text)});
    *list = (dsg_date_list){.rest = all};
    while (dsg_date_list_next(list, habit)) continue;
    const int is_list = list->words.at && dsg_date_text_ended(&list->rest);
    *list = (dsg_date_list){.rest = all};
    return is_list;
}
