#include "walk.h"

#include "text.h"

/* ---- Small lists: a few rows of OFAC's files of 2023-12-28, and a hand-made list ---------------------- */

#define NONE "-0- "

static const char sdn_csv[] =
    "36,\"AEROCARIBBEAN AIRLINES\"," NONE ",\"CUBA\"," NONE "," NONE "," NONE "," NONE "," NONE "," NONE
    "," NONE "," NONE "\r\n"
    "4243,\"EBANO\",\"vessel\",\"CUBA\"," NONE "," NONE
    ",\"General Cargo\",\"2595\",\"1865\",\"Panama\"," NONE
    ",\"Vessel Registration Identification IMO 7406784; f.k.a. 'ANA I'; f.k.a. 'SAND SWAN'.\"\r\n"
    "31194,\"AL-SA'ADI, Mansur\",\"individual\",\"YEMEN\",\"Houthi Commander\"," NONE "," NONE "," NONE
    "," NONE "," NONE "," NONE ",\"DOB 1988; nationality Yemen; Gender Male; a.k.a. 'Abu Saj\"\r\n"
    "torn,\"in the\r\n"
    "\x1a";
static const char add_csv[] = "36,25," NONE ",\"Havana\",\"Cuba\"," NONE "\r\n"
                              "99999,1," NONE ",\"of nobody\"," NONE "," NONE "\r\n";
static const char alt_csv[] = "36,12,\"aka\",\"AERO-CARIBBEAN\"," NONE "\r\n"
                              "31194,49068,\"aka\",\"AL SAADI, Mansoor Ahmed\"," NONE "\r\n";
static const char comments_csv[] = "31194,\"jad'; Passport A1 (Yemen) issued 2001.\"\r\n";

static const char own_csv[] =
    "id,kind,name,aliases,action,announced,date,authority,program,justification,links,birth_dates,colour\n"
    "houthis,group,Ansarallah,weak:Partisans of God; Ansar "
    "Allah,designated,2021-01-10,2021-01-19,US-STATE,FTO,"
    "\"attacks, \"\"cross-border\"\"\",,,green\n"
    "houthis,,,,revoked,2021-02-12,2021-02-16,US-STATE,FTO,food,,,\n"
    "leader,individual,Abdul Malik al-Houthi,,,,,,,,leader-of=houthis (leader),circa 1979,\n"
    "us-ofac:36,group,Aerocaribbean,,,,,,,,,,\n";

/* Two entities' blocks, mixed; one says other things of itself than before. */
static const char eu_csv[] =
    "fileGenerationDate;Entity_LogicalId;Entity_EU_ReferenceNumber;Entity_UnitedNationId;"
    "Entity_SubjectType;Entity_Regulation_Programme;NameAlias_FirstName;NameAlias_LastName;"
    "NameAlias_Regulation_NumberTitle;BirthDate_Year;BirthDate_Circa;Address_City;Identification_Number\n"
    "02/09/2025;7;EU.7;QDi.7;P;IRQ;Anna;Example;1/2003;;;;\n"
    "02/09/2025;8;EU.8;;E;;;;;;;Town;\n"
    "02/09/2025;7;EU.7;QDi.7;P;IRQ;;;;1960;true;;\n"
    "02/09/2025;7;EU.7.1;;P;IRQ;;;;;;;A 1 (passport-National passport) (stolen)\n";
static const char uksl_csv[] =
    "Report Date: 30-Apr-2026\n"
    "Unique ID,Designation Type,Name 1,Name 2,Name 3,Name 4,Name 5,Name 6,Name type,Name non-latin "
    "script,Address "
    "Line 1,Address Country,Passport number,Passport additional information,Date Designated,Last Updated,UN "
    "Reference Number,D.O.B\n"
    "AFG0001,Individual,Ivan,,,,,IVANOV,Primary Name,Иванов,1 High St,UK,(1) A1 (2) "
    "B2,false,29/06/2012,16/04/2026,TAi.010,00/00/1994\n"
    "AFG0001,Individual,Ivan,,,,,IVANOFF,Primary name variation,,,,,,29/06/2012,16/04/2026,TAi.010,soon\n";
static const char ofsi_csv[] =
    "Last Updated,04/05/2022\n"
    "Group ID,Group Type,Name 1,Name 2,Name 3,Name 4,Name 5,Name 6,Alias Type,Other Information,Listed On\n"
    "7,Entity,,,,,,Acme,Primary name,(UK Sanctions List Ref):BEL0060 (UN Ref):TAe.010 Text (UK Statement of "
    "Reasons):Why (Phone number):1,02/12/2011\n";

#define SOURCE(bytes, as)                                                                                    \
    { .data = (bytes), .length = sizeof(bytes) - 1, .name = (as) }

/* ---- The steps ------------------------------------------------------------------------------------- */

static desig_result make_list(walker *walk) {
    return desig_list_new(&walk->allocator, &walk->list);
}

static desig_result make_own(walker *walk) {
    return desig_list_new(&walk->allocator, &walk->own);
}

static desig_result make_back(walker *walk) {
    return desig_list_new(&walk->allocator, &walk->back);
}

static desig_result read_ofac(walker *walk) {
    desig_source sources[] = {SOURCE(sdn_csv, "sdn.csv"), SOURCE(add_csv, "add.csv"),
                              SOURCE(alt_csv, "alt.csv"), SOURCE(comments_csv, "sdn_comments.csv")};
    return desig_list_read(walk->list, sources, 4, NULL, NULL, NULL);
}

static desig_result read_alone(desig_list *list, const char *bytes) {
    desig_source source = {.data = bytes, .length = strlen(bytes), .name = "list.csv"};
    return desig_list_read(list, &source, 1, NULL, NULL, NULL);
}

static desig_result read_uksl(walker *walk) {
    return read_alone(walk->list, uksl_csv);
}

static desig_result read_ofsi(walker *walk) {
    return read_alone(walk->list, ofsi_csv);
}

static desig_result read_own(walker *walk) {
    desig_source source = SOURCE(own_csv, "own.csv");
    desig_error error;
    return desig_list_read(walk->own, &source, 1, NULL, NULL, &error);
}

static desig_result read_eu(walker *walk) {
    desig_source source = SOURCE(eu_csv, "eu.csv");
    return desig_list_read(walk->list, &source, 1, NULL, NULL, NULL);
}

static desig_result read_mapped(walker *walk) {
    static const char csv[] = "Ref;First;Last;Type;On;Off;Alias;By;Sort;Ban;UN\n"
                              "Order 7\n"
                              "m1;Ann;One;Person;2020;2021;Annie,Ann O;XX;;yes;Q1\n"
                              ";Bolt;;Firm;May-21;;;;;perhaps;\n"
                              "m1b;Anna;One;Person;2020 2021;;;Ministry;Low;no;\n";
    const desig_map_column columns[] = {{.target = "stem:id", .column = "Ref"},
                                        {.target = "given:name", .column = "First"},
                                        {.target = "family:name", .column = "Last"},
                                        {.target = "name_type", .column = "Sort"},
                                        {.target = "kind", .column = "Type"},
                                        {.target = "first:date", .column = "On"},
                                        {.target = "revoked:date", .column = "Off"},
                                        {.target = "weak:aliases", .column = "Alias"},
                                        {.target = "authority", .column = "By"},
                                        {.target = "above:legal_basis", .column = "Ref"},
                                        {.target = "same-as:un-sc:links", .column = "UN"},
                                        {.target = "links", .value = "A,B"},
                                        {.target = "if:measures", .column = "Ban"},
                                        {.target = "measures", .value = "freeze,ban"},
                                        {.target = "optional:remarks", .column = "None"}};
    const desig_map_word words[] = {{"Person", "individual"}, {"Low", "weak:aka"}, {"Ministry", "XX-MFA"}};
    const desig_map map = {.columns = columns,
                           .column_count = sizeof columns / sizeof *columns,
                           .words = words,
                           .word_count = sizeof words / sizeof *words,
                           .separator = ","};
    desig_source source = SOURCE(csv, "mapped.csv");
    desig_read_options options = {.map = &map};
    return desig_list_read(walk->own, &source, 1, &options, NULL, NULL);
}

static desig_result add_record(walker *walk) {
    desig_name names[] = {{.text = "Al-Qaeda"},
                          {.text = "القاعدة", .language = "ar", .type = DESIG_NAME_AKA}};
    desig_link link = {.type = "ally-of", .target = "taliban", .stance = DESIG_STANCE_ASSERTED};
    desig_fact fact = {.value = "1988", .type = DESIG_FACT_ESTABLISHED_DATE};
    desig_record record = {.id = "qaeda",
                           .kind = DESIG_KIND_GROUP,
                           .names = names,
                           .name_count = 2,
                           .links = &link,
                           .link_count = 1,
                           .facts = &fact,
                           .fact_count = 1};
    return desig_list_add(walk->own, &record, NULL);
}

static desig_result merge(walker *walk) {
    return desig_list_merge(walk->list, walk->own, NULL);
}

static desig_result make_index(walker *walk) {
    return desig_index_new(walk->list, &walk->allocator, NULL, &walk->index, NULL);
}

static desig_result find(walker *walk, const desig_query *query) {
    desig_match matches[4];
    size_t found = 0;
    desig_result result = desig_index_find(walk->index, query, matches, 4, &found, NULL);
    walk->found += found;
    return result;
}

static desig_result find_name(walker *walk) {
    return find(walk, &(desig_query){.name = "Ansarulah"});
}

static desig_result find_identifier(walker *walk) {
    return find(walk, &(desig_query){.identifier = "A-1", .name = "القاعدة"});
}

static int count_change(void *context, const desig_change *change) {
    *(size_t *)context += 1 + change->part_count;
    return 0;
}

static desig_result tell_difference(walker *walk, desig_pairing pairing) {
    size_t told = 0;
    desig_diff_options options = {.pairing = pairing};
    desig_result result = desig_list_diff(walk->own, walk->list, &options, count_change, &told, NULL, NULL);
    if (!result) walk->found += told;
    return result;
}

static desig_result tell_editions(walker *walk) {
    return tell_difference(walk, DESIG_PAIR_BY_ID);
}

static desig_result tell_sources(walker *walk) {
    return tell_difference(walk, DESIG_PAIR_BY_SAME_AS);
}

static int count_bytes(void *context, const void *bytes, size_t length) {
    (void)bytes;
    *(size_t *)context += length;
    return 0;
}

static desig_result write_as(walker *walk, const char *format) {
    size_t written = 0;
    desig_sink sink = {.write = count_bytes, .context = &written};
    desig_write_options options = {.format = format};
    desig_result result = desig_list_write(walk->list, &sink, &options, NULL, NULL);
    if (!result) walk->written += written;
    return result;
}

static desig_result write_statements(walker *walk) {
    return write_as(walk, "statements");
}

static desig_result write_designations(walker *walk) {
    return write_as(walk, "designations");
}

static desig_result read_back(walker *walk) {
    text statements = {NULL, 0};
    desig_sink sink = {.write = text_append, .context = &statements};
    desig_result result = desig_list_write(walk->own, &sink, NULL, NULL, NULL);
    desig_source source = {.data = statements.bytes, .length = statements.length, .name = "back.csv"};
    if (!result) result = desig_list_read(walk->back, &source, 1, NULL, NULL, NULL);
    free(statements.bytes);
    return result;
}

static const walk_step steps[] = {
    {"make a list", make_list},
    {"make a second list", make_own},
    {"make a third list", make_back},
    {"read OFAC's files", read_ofac},
    {"read the EU's list", read_eu},
    {"read the UK Sanctions List", read_uksl},
    {"read OFSI's list", read_ofsi},
    {"read designations", read_own},
    {"read by a map", read_mapped},
    {"add a record", add_record},
    {"merge", merge},
    {"tell a difference of editions", tell_editions},
    {"tell a difference of sources", tell_sources},
    {"make an index", make_index},
    {"find a name", find_name},
    {"find an identifier", find_identifier},
    {"write statements", write_statements},
    {"write designations", write_designations},
    {"read statements", read_back},
};

const walk_step *walk_step_at(size_t position) {
    return position < sizeof steps / sizeof *steps ? &steps[position] : NULL;
}

void walk_end(walker *walk) {
    desig_index_free(walk->index);
    desig_list_free(walk->list);
    desig_list_free(walk->own);
    desig_list_free(walk->back);
}
