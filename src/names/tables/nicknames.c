/* Names that stand for other names. Sorted by nickname.
 *
 * Familiar forms of given names, English, Russian and Ukrainian, Spanish and Portuguese, and a few others, as
 * Hanks, Hardcastle and Hodges, A Dictionary of First Names (2nd edition), lists them. Korean syllables and
 * family names in the Revised Romanization of 2000 and in customary spellings, for their McCune-Reischauer
 * romanisation without its signs: `Jo Yong-jun` is `Cho Yong Chun`. */
#include "names/parts.h"

enum { FAMILIAR = DSG_NICKNAME_FAMILIAR, ROMANISED = DSG_NICKNAME_ROMANISED };

static const dsg_nickname nicknames[] = {
    // clang-format off
    {"abdo", "abdallah", FAMILIAR}, {"abdo", "abdullah", FAMILIAR}, {"al", "alan", FAMILIAR},
    {"al", "albert", FAMILIAR}, {"alex", "aleksandr", FAMILIAR}, {"alex", "aleksei", FAMILIAR},
    {"alex", "alexander", FAMILIAR}, {"alex", "alexandra", FAMILIAR}, {"alyosha", "aleksei", FAMILIAR},
    {"alyosha", "aleksey", FAMILIAR}, {"alyosha", "alexei", FAMILIAR}, {"alyosha", "alexey", FAMILIAR},
    {"andy", "andrew", FAMILIAR}, {"bae", "pae", ROMANISED}, {"baek", "paek", ROMANISED},
    {"baik", "paek", ROMANISED}, {"bak", "pak", ROMANISED}, {"ben", "benjamin", FAMILIAR},
    {"beto", "alberto", FAMILIAR}, {"beto", "roberto", FAMILIAR}, {"bill", "william", FAMILIAR},
    {"billy", "william", FAMILIAR}, {"bob", "robert", FAMILIAR}, {"bobby", "robert", FAMILIAR},
    {"bok", "pok", ROMANISED}, {"bong", "pong", ROMANISED}, {"borya", "boris", FAMILIAR},
    {"byeong", "pyong", ROMANISED}, {"byong", "pyong", ROMANISED}, {"byung", "pyong", ROMANISED},
    {"chabelo", "isabel", FAMILIAR}, {"charlie", "charles", FAMILIAR}, {"chava", "salvador", FAMILIAR},
    {"chayo", "rosario", FAMILIAR}, {"chema", "jose", FAMILIAR}, {"chente", "vicente", FAMILIAR},
    {"cheol", "chol", ROMANISED}, {"chepe", "jose", FAMILIAR}, {"chico", "francisco", FAMILIAR},
    {"choi", "choe", ROMANISED}, {"choy", "choe", ROMANISED}, {"chris", "christian", FAMILIAR},
    {"chris", "christopher", FAMILIAR}, {"chuck", "charles", FAMILIAR}, {"chul", "chol", ROMANISED},
    {"chuy", "jesus", FAMILIAR}, {"concha", "concepcion", FAMILIAR}, {"curro", "francisco", FAMILIAR},
    {"dae", "tae", ROMANISED}, {"dan", "daniel", FAMILIAR}, {"danny", "daniel", FAMILIAR},
    {"dave", "david", FAMILIAR}, {"deok", "tok", ROMANISED}, {"dick", "richard", FAMILIAR},
    {"dima", "dmitri", FAMILIAR}, {"dima", "dmitriy", FAMILIAR}, {"dima", "dmitry", FAMILIAR},
    {"dima", "dmytro", FAMILIAR}, {"dok", "tok", ROMANISED}, {"don", "donald", FAMILIAR},
    {"dong", "tong", ROMANISED}, {"doo", "tu", ROMANISED}, {"du", "tu", ROMANISED}, {"duk", "tok", ROMANISED},
    {"ed", "edward", FAMILIAR}, {"eddie", "edward", FAMILIAR}, {"edik", "eduard", FAMILIAR},
    {"eok", "ok", ROMANISED}, {"eun", "un", ROMANISED}, {"fedya", "fedor", FAMILIAR},
    {"fedya", "fyodor", FAMILIAR}, {"fito", "adolfo", FAMILIAR}, {"frank", "francis", FAMILIAR},
    {"frank", "francisco", FAMILIAR}, {"fred", "frederick", FAMILIAR}, {"gabe", "gabriel", FAMILIAR},
    {"galya", "galina", FAMILIAR}, {"gang", "kang", ROMANISED}, {"gena", "gennadi", FAMILIAR},
    {"gena", "gennadiy", FAMILIAR}, {"gena", "gennady", FAMILIAR}, {"geun", "kun", ROMANISED},
    {"gil", "kil", ROMANISED}, {"gim", "kim", ROMANISED}, {"gon", "kon", ROMANISED},
    {"gook", "kuk", ROMANISED}, {"goyo", "gregorio", FAMILIAR}, {"greg", "gregory", FAMILIAR},
    {"grisha", "grigori", FAMILIAR}, {"grisha", "grigoriy", FAMILIAR}, {"grisha", "grigory", FAMILIAR},
    {"guk", "kuk", ROMANISED}, {"gwang", "kwang", ROMANISED}, {"gwon", "kwon", ROMANISED},
    {"gyeong", "kyong", ROMANISED}, {"gyong", "kyong", ROMANISED}, {"gyu", "kyu", ROMANISED},
    {"hamo", "hamid", FAMILIAR}, {"hank", "henry", FAMILIAR}, {"harry", "henry", FAMILIAR},
    {"hoon", "hun", ROMANISED}, {"hyeok", "hyok", ROMANISED}, {"hyeon", "hyon", ROMANISED},
    {"hyuk", "hyok", ROMANISED}, {"hyun", "hyon", ROMANISED}, {"im", "rim", ROMANISED},
    {"ira", "irina", FAMILIAR}, {"jack", "john", FAMILIAR}, {"jae", "chae", ROMANISED},
    {"jake", "jacob", FAMILIAR}, {"jang", "chang", ROMANISED}, {"jeff", "jeffrey", FAMILIAR},
    {"jeon", "chon", ROMANISED}, {"jeong", "chong", ROMANISED}, {"jerry", "gerald", FAMILIAR},
    {"ji", "chi", ROMANISED}, {"jim", "james", FAMILIAR}, {"jimmy", "james", FAMILIAR},
    {"jin", "chin", ROMANISED}, {"jo", "cho", ROMANISED}, {"joe", "joseph", FAMILIAR},
    {"johnny", "john", FAMILIAR}, {"jon", "chon", ROMANISED}, {"jong", "chong", ROMANISED},
    {"joo", "chu", ROMANISED}, {"joon", "chun", ROMANISED}, {"joong", "chung", ROMANISED},
    {"ju", "chu", ROMANISED}, {"jun", "chun", ROMANISED}, {"jung", "chong", ROMANISED},
    {"jung", "chung", ROMANISED}, {"katya", "ekaterina", FAMILIAR}, {"katya", "kateryna", FAMILIAR},
    {"katya", "yekaterina", FAMILIAR}, {"ken", "kenneth", FAMILIAR}, {"keun", "kun", ROMANISED},
    {"kike", "enrique", FAMILIAR}, {"kolya", "mykola", FAMILIAR}, {"kolya", "nikolai", FAMILIAR},
    {"kolya", "nikolay", FAMILIAR}, {"kook", "kuk", ROMANISED}, {"kostya", "konstantin", FAMILIAR},
    {"kostya", "kostyantyn", FAMILIAR}, {"kyeong", "kyong", ROMANISED}, {"kyung", "kyong", ROMANISED},
    {"lalo", "eduardo", FAMILIAR}, {"larry", "lawrence", FAMILIAR}, {"lee", "ri", ROMANISED},
    {"len", "leonard", FAMILIAR}, {"lena", "elena", FAMILIAR}, {"lena", "olena", FAMILIAR},
    {"lena", "yelena", FAMILIAR}, {"lencho", "lorenzo", FAMILIAR}, {"lenya", "leonid", FAMILIAR},
    {"li", "ri", ROMANISED}, {"licho", "luis", FAMILIAR}, {"lim", "rim", ROMANISED},
    {"liz", "elizabeth", FAMILIAR}, {"lou", "louis", FAMILIAR}, {"lucho", "luis", FAMILIAR},
    {"lupe", "guadalupe", FAMILIAR}, {"lyosha", "aleksei", FAMILIAR}, {"lyosha", "aleksey", FAMILIAR},
    {"lyosha", "alexei", FAMILIAR}, {"lyosha", "alexey", FAMILIAR}, {"masha", "maria", FAMILIAR},
    {"masha", "mariya", FAMILIAR}, {"matt", "matthew", FAMILIAR}, {"max", "maksim", FAMILIAR},
    {"max", "maxim", FAMILIAR}, {"meg", "margaret", FAMILIAR}, {"memed", "mehmet", FAMILIAR},
    {"memo", "guillermo", FAMILIAR}, {"mencho", "nemesio", FAMILIAR}, {"mick", "michael", FAMILIAR},
    {"mike", "michael", FAMILIAR}, {"misha", "mikhael", FAMILIAR}, {"misha", "mikhail", FAMILIAR},
    {"misha", "mykhailo", FAMILIAR}, {"mitya", "dmitri", FAMILIAR}, {"mitya", "dmitriy", FAMILIAR},
    {"mitya", "dmitry", FAMILIAR}, {"mo", "mohamed", FAMILIAR}, {"mo", "mohammed", FAMILIAR},
    {"mo", "muhammad", FAMILIAR}, {"moon", "mun", ROMANISED}, {"myeong", "myong", ROMANISED},
    {"myung", "myong", ROMANISED}, {"nacho", "ignacio", FAMILIAR}, {"nadya", "nadezhda", FAMILIAR},
    {"nando", "fernando", FAMILIAR}, {"nat", "nathaniel", FAMILIAR}, {"natasha", "natalia", FAMILIAR},
    {"natasha", "nataliya", FAMILIAR}, {"natasha", "natalya", FAMILIAR}, {"ned", "edward", FAMILIAR},
    {"neto", "ernesto", FAMILIAR}, {"nick", "nicholas", FAMILIAR}, {"noh", "ro", ROMANISED},
    {"olya", "olga", FAMILIAR}, {"paco", "francisco", FAMILIAR}, {"paik", "paek", ROMANISED},
    {"pancho", "francisco", FAMILIAR}, {"park", "pak", ROMANISED}, {"pasha", "pavel", FAMILIAR},
    {"pasha", "pavlo", FAMILIAR}, {"pat", "patricia", FAMILIAR}, {"pat", "patrick", FAMILIAR},
    {"peggy", "margaret", FAMILIAR}, {"pepe", "jose", FAMILIAR}, {"pete", "peter", FAMILIAR},
    {"petya", "petr", FAMILIAR}, {"petya", "petro", FAMILIAR}, {"petya", "pyotr", FAMILIAR},
    {"phil", "philip", FAMILIAR}, {"poncho", "alfonso", FAMILIAR}, {"quique", "enrique", FAMILIAR},
    {"rafa", "rafael", FAMILIAR}, {"ray", "raymond", FAMILIAR}, {"rhee", "ri", ROMANISED},
    {"rick", "richard", FAMILIAR}, {"rob", "robert", FAMILIAR}, {"ron", "ronald", FAMILIAR},
    {"sam", "samuel", FAMILIAR}, {"sanya", "aleksandr", FAMILIAR}, {"sanya", "alexander", FAMILIAR},
    {"sasha", "aleksandr", FAMILIAR}, {"sasha", "aleksandra", FAMILIAR}, {"sasha", "alexander", FAMILIAR},
    {"sasha", "alexandra", FAMILIAR}, {"sasha", "oleksandr", FAMILIAR}, {"seo", "so", ROMANISED},
    {"seok", "sok", ROMANISED}, {"seon", "son", ROMANISED}, {"seong", "song", ROMANISED},
    {"seop", "sop", ROMANISED}, {"serega", "sergei", FAMILIAR}, {"serega", "sergey", FAMILIAR},
    {"seryozha", "sergei", FAMILIAR}, {"seryozha", "sergey", FAMILIAR}, {"shik", "sik", ROMANISED},
    {"shim", "sim", ROMANISED}, {"shin", "sin", ROMANISED}, {"shura", "aleksandr", FAMILIAR},
    {"shura", "alexander", FAMILIAR}, {"slava", "svyatoslav", FAMILIAR}, {"slava", "vyacheslav", FAMILIAR},
    {"slava", "yaroslav", FAMILIAR}, {"stas", "stanislav", FAMILIAR}, {"steve", "stephen", FAMILIAR},
    {"steve", "steven", FAMILIAR}, {"sue", "susan", FAMILIAR}, {"suk", "sok", ROMANISED},
    {"sung", "song", ROMANISED}, {"sup", "sop", ROMANISED}, {"sveta", "svetlana", FAMILIAR},
    {"tanya", "tatiana", FAMILIAR}, {"tanya", "tatyana", FAMILIAR}, {"tavo", "gustavo", FAMILIAR},
    {"ted", "edward", FAMILIAR}, {"ted", "theodore", FAMILIAR}, {"tim", "timothy", FAMILIAR},
    {"tito", "alberto", FAMILIAR}, {"toby", "tobias", FAMILIAR}, {"tolya", "anatoli", FAMILIAR},
    {"tolya", "anatoliy", FAMILIAR}, {"tolya", "anatoly", FAMILIAR}, {"tom", "thomas", FAMILIAR},
    {"tommy", "thomas", FAMILIAR}, {"toni", "antonio", FAMILIAR}, {"tono", "antonio", FAMILIAR},
    {"tony", "anthony", FAMILIAR}, {"tony", "antonio", FAMILIAR}, {"vadik", "vadim", FAMILIAR},
    {"valera", "valeri", FAMILIAR}, {"valera", "valeriy", FAMILIAR}, {"valera", "valery", FAMILIAR},
    {"vanya", "ivan", FAMILIAR}, {"vasya", "vasili", FAMILIAR}, {"vasya", "vasiliy", FAMILIAR},
    {"vasya", "vasily", FAMILIAR}, {"vic", "victor", FAMILIAR}, {"vitya", "victor", FAMILIAR},
    {"vitya", "viktor", FAMILIAR}, {"volodya", "vladimir", FAMILIAR}, {"volodya", "volodymyr", FAMILIAR},
    {"vova", "vladimir", FAMILIAR}, {"vova", "volodymyr", FAMILIAR}, {"will", "william", FAMILIAR},
    {"woon", "un", ROMANISED}, {"yasha", "yakov", FAMILIAR}, {"yayo", "eduardo", FAMILIAR},
    {"yeol", "yol", ROMANISED}, {"yeon", "yon", ROMANISED}, {"yeong", "yong", ROMANISED},
    {"yi", "ri", ROMANISED}, {"yoo", "ryu", ROMANISED}, {"yoo", "yu", ROMANISED}, {"yoon", "yun", ROMANISED},
    {"youn", "yon", ROMANISED}, {"youn", "yun", ROMANISED}, {"young", "yong", ROMANISED},
    {"yulya", "yulia", FAMILIAR}, {"yulya", "yuliya", FAMILIAR}, {"yura", "yuri", FAMILIAR},
    {"yura", "yuriy", FAMILIAR}, {"yura", "yury", FAMILIAR}, {"ze", "jose", FAMILIAR},
    {"zeca", "jose", FAMILIAR}, {"zhenya", "evgeni", FAMILIAR}, {"zhenya", "evgenii", FAMILIAR},
    {"zhenya", "evgeniy", FAMILIAR}, {"zhenya", "evgeny", FAMILIAR}, {"zhenya", "yevgeniy", FAMILIAR},
    {"zhenya", "yevgeny", FAMILIAR},
    // clang-format on
};

const dsg_nickname *dsg_nicknames_of(const dsg_name_part *part, size_t *count) {
    size_t total = sizeof nicknames / sizeof *nicknames;
    size_t low = 0;
    size_t high = total;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (dsg_part_compare_text(part, nicknames[middle].nickname) > 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    *count = 0;
    while (low + *count < total && dsg_part_compare_text(part, nicknames[low + *count].nickname) == 0)
        (*count)++;
    return *count > 0 ? &nicknames[low] : NULL;
}
