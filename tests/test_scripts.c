/* Names in other scripts, compared with names in Latin letters and with each other. */
#include <desig/desig.h>

#include <criterion/criterion.h>

#define PERSON DESIG_KIND_INDIVIDUAL
#define GROUP  DESIG_KIND_GROUP

typedef struct pair {
    const char *a, *b;
    desig_kind kind;
} pair;

/* Each by a rule of transcription that its country's passports use. */
static const pair same[] = {
    /* Cyrillic: Russian, Ukrainian, Belarusian, Serbian, Kazakh */
    {"Яценюк Арсений Петрович", "Arseniy Petrovich Yatsenyuk", PERSON},
    {"Яценюк Арсений Петрович", "Arsenii Iatseniuk", PERSON},
    {"Щукин, Юрий", "Yuri Shchukin", PERSON},
    {"Хрущёв Семён", "Semyon Khrushchev", PERSON},
    {"Григорій Гончарук", "Hryhorii Honcharuk", PERSON},
    {"БЫКАЎ, Васіль", "Vasil Bykau", PERSON},
    {"Љубомир Њежић", "Ljubomir Njezic", PERSON},
    {"Қасым Әбішев", "Qasym Abishev", PERSON},
    {"ООО «Северный Ветер»", "OOO Severny Veter", GROUP},
    {"Завод Электрик", "Elektrik Zavod", GROUP},
    /* Greek, Georgian, Armenian */
    {"Γεώργιος Μπουμπούλης", "Georgios Boumpoulis", PERSON},
    {"Ευάγγελος Ντούσκας", "Evangelos Douskas", PERSON},
    {"ნინო ჩხეიძე", "Nino Chkheidze", PERSON},
    {"Ռուբեն Ոսկանյան", "Ruben Voskanyan", PERSON},
    {"Եղիշե Սարգսյան", "Yeghishe Sargsyan", PERSON},
    /* Arabic, Persian, Urdu */
    {"طارق عبد الرحمن القحطاني", "Tariq Abd al-Rahman al-Qahtani", PERSON},
    {"طارق عبدالرحمن القحطاني", "Tarek Abdulrahman Al Qahtani", PERSON},
    {"حمید رستمی", "Hamid Rostami", PERSON},
    {"شركة الفرات للتجارة", "Al Furat Trading Company", GROUP},
    /* Hebrew */
    {"יוסף מזרחי", "Yosef Mizrahi", PERSON},
    /* Korean, Chinese, Japanese */
    {"김철수", "KIM, Chol Su", PERSON},
    {"김철수", "Kim Cheol Su", PERSON},
    {"李国强", "LI, Guoqiang", PERSON},
    {"李国强", "Guo Qiang Li", PERSON},
    {"李國強", "Li Guoqiang", PERSON},
    {"黄河贸易有限公司", "Huang He Trading Ltd", GROUP},
    {"たかはし けんじ", "Kenji Takahashi", PERSON},
    {"タカハシ ケンジ", "Takahashi Kenji", PERSON},
    {"タカハシ ケンジ", "たかはし けんじ", PERSON},
    /* Devanagari, Thai */
    {"सुरेश पाटिल", "Suresh Patil", PERSON},
    {"มานะ ดีงาม", "Mana Dingam", PERSON},
    /* Two of them */
    {"Давид Леви", "דוד לוי", PERSON},
};

static const pair other[] = {
    {"Яценюк Арсений Петрович", "Arseniy Petrovich Yatsenko", PERSON},
    {"Щукин, Юрий", "Yuri Shubin", PERSON},
    {"Γεώργιος Μπουμπούλης", "Georgios Papadakis", PERSON},
    {"ნინო ჩხეიძე", "Nino Beridze", PERSON},
    {"طارق عبد الرحمن القحطاني", "Tariq Abd al-Rahman al-Shammari", PERSON},
    {"محمد علي حسن", "Mahmud Ali Husayn", PERSON},
    {"יוסף מזרחי", "Yosef Abutbul", PERSON},
    /* A syllable is a word. */
    {"김철수", "KIM, Chol Ho", PERSON},
    {"김철수", "KIM, Chun Su", PERSON},
    {"김철수", "김철호", PERSON},
    {"李国强", "LI, Guoqing", PERSON},
    {"李国强", "李国庆", PERSON},
    {"李志明", "LI, Zeming", PERSON},
    {"黄河贸易有限公司", "Lan Hai Trading Ltd", GROUP},
    {"たかはし けんじ", "Kenichi Takayama", PERSON},
    {"सुरेश पाटिल", "Suresh Kulkarni", PERSON},
};

Test(scripts, names_are_found_across_scripts) {
    for (size_t i = 0; i < sizeof same / sizeof *same; i++) {
        double score = desig_name_compare(same[i].a, same[i].b, same[i].kind);
        cr_expect_geq(score, 0.85, "%s | %s: %.3f", same[i].a, same[i].b, score);
        cr_expect_eq(desig_name_compare(same[i].b, same[i].a, same[i].kind), score, "%s", same[i].a);
    }
    for (size_t i = 0; i < sizeof other / sizeof *other; i++) {
        double score = desig_name_compare(other[i].a, other[i].b, other[i].kind);
        cr_expect_lt(score, 0.80, "%s | %s: %.3f", other[i].a, other[i].b, score);
    }
}

/* An error counts by the letter, not by the byte. */
Test(scripts, typing_errors) {
    static const pair errors[] = {
        {"Сергей Воронин", "Сергей Воротин", PERSON},
        {"Сергей Воронин", "Сергей Вороин", PERSON},
        {"Сергей Воронин", "Сергей Ворноин", PERSON},
    };
    for (size_t i = 0; i < sizeof errors / sizeof *errors; i++) {
        double score = desig_name_compare(errors[i].a, errors[i].b, errors[i].kind);
        cr_expect_geq(score, 0.83, "%s: %.3f", errors[i].b, score);
        cr_expect_lt(score, 0.99, "%s: %.3f", errors[i].b, score);
    }
}

/* Both directions, and a name in either script at once. */
Test(scripts, index) {
    static const desig_name names[][2] = {
        {{.text = "Северцев, Николай", .strength = DESIG_STRENGTH_STRONG}},
        {{.text = "AL-QAHTANI, Tariq", .strength = DESIG_STRENGTH_STRONG}},
        {{.text = "李国强", .strength = DESIG_STRENGTH_STRONG}},
    };
    static const struct {
        const char *query;
        const char *id;
    } cases[] = {
        {"Nikolai Severtsev", "0"}, {"Николай Северцев", "0"}, {"طارق القحطاني", "1"},
        {"Tareq Al Qahtani", "1"},  {"Li Guoqiang", "2"},      {"李國強", "2"},
    };
    desig_list *list = NULL;
    desig_index *index = NULL;
    cr_assert_eq(desig_list_new(NULL, &list), DESIG_OK);
    for (size_t i = 0; i < 3; i++) {
        const char id[] = {(char)('0' + i), '\0'};
        const desig_record record = {.id = id, .kind = PERSON, .names = names[i], .name_count = 1};
        cr_assert_eq(desig_list_add(list, &record, NULL), DESIG_OK);
    }
    cr_assert_eq(desig_index_new(list, NULL, NULL, &index, NULL), DESIG_OK);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        desig_match match;
        size_t count = 0;
        const desig_query query = {.name = cases[i].query};
        cr_expect_eq(desig_index_find(index, &query, &match, 1, &count, NULL), DESIG_OK, "%s",
                     cases[i].query);
        cr_expect_eq(count, 1, "%s: %zu", cases[i].query, count);
        if (count > 0) cr_expect_str_eq(match.record->id, cases[i].id, "%s", cases[i].query);
    }
    desig_index_free(index);
    desig_list_free(list);
}
