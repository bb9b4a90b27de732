/* Familiar forms of given names: English, Russian and Ukrainian, Spanish and Portuguese, and a few others, as
 * Hanks, Hardcastle and Hodges, A Dictionary of First Names (2nd edition), lists them. Sorted by nickname. */
#include "search/parts.h"

static const dsg_nickname nicknames[] = {
    // clang-format off
    {"abdo", "abdallah"}, {"abdo", "abdullah"}, {"al", "alan"}, {"al", "albert"}, {"alex", "aleksandr"},
    {"alex", "aleksei"}, {"alex", "alexander"}, {"alex", "alexandra"}, {"alyosha", "aleksei"},
    {"alyosha", "aleksey"}, {"alyosha", "alexei"}, {"alyosha", "alexey"}, {"andy", "andrew"},
    {"ben", "benjamin"}, {"beto", "alberto"}, {"beto", "roberto"}, {"bill", "william"}, {"billy", "william"},
    {"bob", "robert"}, {"bobby", "robert"}, {"borya", "boris"}, {"chabelo", "isabel"}, {"charlie", "charles"},
    {"chava", "salvador"}, {"chayo", "rosario"}, {"chema", "jose"}, {"chente", "vicente"}, {"chepe", "jose"},
    {"chico", "francisco"}, {"chris", "christian"}, {"chris", "christopher"}, {"chuck", "charles"},
    {"chuy", "jesus"}, {"concha", "concepcion"}, {"curro", "francisco"}, {"dan", "daniel"},
    {"danny", "daniel"}, {"dave", "david"}, {"dick", "richard"}, {"dima", "dmitri"}, {"dima", "dmitriy"},
    {"dima", "dmitry"}, {"dima", "dmytro"}, {"don", "donald"}, {"ed", "edward"}, {"eddie", "edward"},
    {"edik", "eduard"}, {"fedya", "fedor"}, {"fedya", "fyodor"}, {"fito", "adolfo"}, {"frank", "francis"},
    {"frank", "francisco"}, {"fred", "frederick"}, {"gabe", "gabriel"}, {"galya", "galina"},
    {"gena", "gennadi"}, {"gena", "gennadiy"}, {"gena", "gennady"}, {"goyo", "gregorio"}, {"greg", "gregory"},
    {"grisha", "grigori"}, {"grisha", "grigoriy"}, {"grisha", "grigory"}, {"hamo", "hamid"},
    {"hank", "henry"}, {"harry", "henry"}, {"ira", "irina"}, {"jack", "john"}, {"jake", "jacob"},
    {"jeff", "jeffrey"}, {"jerry", "gerald"}, {"jim", "james"}, {"jimmy", "james"}, {"joe", "joseph"},
    {"johnny", "john"}, {"katya", "ekaterina"}, {"katya", "kateryna"}, {"katya", "yekaterina"},
    {"ken", "kenneth"}, {"kike", "enrique"}, {"kolya", "mykola"}, {"kolya", "nikolai"}, {"kolya", "nikolay"},
    {"kostya", "konstantin"}, {"kostya", "kostyantyn"}, {"lalo", "eduardo"}, {"larry", "lawrence"},
    {"len", "leonard"}, {"lena", "elena"}, {"lena", "olena"}, {"lena", "yelena"}, {"lencho", "lorenzo"},
    {"lenya", "leonid"}, {"licho", "luis"}, {"liz", "elizabeth"}, {"lou", "louis"}, {"lucho", "luis"},
    {"lupe", "guadalupe"}, {"lyosha", "aleksei"}, {"lyosha", "aleksey"}, {"lyosha", "alexei"},
    {"lyosha", "alexey"}, {"masha", "maria"}, {"masha", "mariya"}, {"matt", "matthew"}, {"max", "maksim"},
    {"max", "maxim"}, {"meg", "margaret"}, {"memed", "mehmet"}, {"memo", "guillermo"}, {"mencho", "nemesio"},
    {"mick", "michael"}, {"mike", "michael"}, {"misha", "mikhael"}, {"misha", "mikhail"},
    {"misha", "mykhailo"}, {"mitya", "dmitri"}, {"mitya", "dmitriy"}, {"mitya", "dmitry"}, {"mo", "mohamed"},
    {"mo", "mohammed"}, {"mo", "muhammad"}, {"nacho", "ignacio"}, {"nadya", "nadezhda"},
    {"nando", "fernando"}, {"nat", "nathaniel"}, {"natasha", "natalia"}, {"natasha", "nataliya"},
    {"natasha", "natalya"}, {"ned", "edward"}, {"neto", "ernesto"}, {"nick", "nicholas"}, {"olya", "olga"},
    {"paco", "francisco"}, {"pancho", "francisco"}, {"pasha", "pavel"}, {"pasha", "pavlo"},
    {"pat", "patricia"}, {"pat", "patrick"}, {"peggy", "margaret"}, {"pepe", "jose"}, {"pete", "peter"},
    {"petya", "petr"}, {"petya", "petro"}, {"petya", "pyotr"}, {"phil", "philip"}, {"poncho", "alfonso"},
    {"quique", "enrique"}, {"rafa", "rafael"}, {"ray", "raymond"}, {"rick", "richard"}, {"rob", "robert"},
    {"ron", "ronald"}, {"sam", "samuel"}, {"sanya", "aleksandr"}, {"sanya", "alexander"},
    {"sasha", "aleksandr"}, {"sasha", "aleksandra"}, {"sasha", "alexander"}, {"sasha", "alexandra"},
    {"sasha", "oleksandr"}, {"serega", "sergei"}, {"serega", "sergey"}, {"seryozha", "sergei"},
    {"seryozha", "sergey"}, {"shura", "aleksandr"}, {"shura", "alexander"}, {"slava", "svyatoslav"},
    {"slava", "vyacheslav"}, {"slava", "yaroslav"}, {"stas", "stanislav"}, {"steve", "stephen"},
    {"steve", "steven"}, {"sue", "susan"}, {"sveta", "svetlana"}, {"tanya", "tatiana"}, {"tanya", "tatyana"},
    {"tavo", "gustavo"}, {"ted", "edward"}, {"ted", "theodore"}, {"tim", "timothy"}, {"tito", "alberto"},
    {"toby", "tobias"}, {"tolya", "anatoli"}, {"tolya", "anatoliy"}, {"tolya", "anatoly"}, {"tom", "thomas"},
    {"tommy", "thomas"}, {"toni", "antonio"}, {"tono", "antonio"}, {"tony", "anthony"}, {"tony", "antonio"},
    {"vadik", "vadim"}, {"valera", "valeri"}, {"valera", "valeriy"}, {"valera", "valery"}, {"vanya", "ivan"},
    {"vasya", "vasili"}, {"vasya", "vasiliy"}, {"vasya", "vasily"}, {"vic", "victor"}, {"vitya", "victor"},
    {"vitya", "viktor"}, {"volodya", "vladimir"}, {"volodya", "volodymyr"}, {"vova", "vladimir"},
    {"vova", "volodymyr"}, {"will", "william"}, {"yasha", "yakov"}, {"yayo", "eduardo"}, {"yulya", "yulia"},
    {"yulya", "yuliya"}, {"yura", "yuri"}, {"yura", "yuriy"}, {"yura", "yury"}, {"ze", "jose"},
    {"zeca", "jose"}, {"zhenya", "evgeni"}, {"zhenya", "evgenii"}, {"zhenya", "evgeniy"},
    {"zhenya", "evgeny"}, {"zhenya", "yevgeniy"}, {"zhenya", "yevgeny"},
    // clang-format on
};

const dsg_nickname *dsg_nicknames_of(const dsg_part *part, size_t *count) {
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
