/* Arabic, Persian and Urdu, by BGN/PCGN (Arabic 1956, Persian 1958, Urdu 2007) without its signs. Short
 * vowels are not written, waw and yeh are vowels or consonants, and an alef or ayn that begins a word may
 * bear any vowel. Words that most names are made of are read whole: their vowels are known, and so is what
 * they are. Folding has made teh marbuta a heh, alef maksura a yeh, and taken the hamza from its bearer. */
#include "names/romanise.h"

static const dsg_letters rows[] = {
    // clang-format off
    /* Words and names that are read whole */
    {"^ابراهيم$", "ibrahim"}, {"^ابن$", "ibn"}, {"^ابو$", "abu"}, {"^ابي$", "abi"}, {"^احمد$", "ahmad"},
    {"^اسامه$", "usama"}, {"^اسحاق$", "ishaq"}, {"^اسد$", "asad"}, {"^اسماعيل$", "ismail"},
    {"^اصغر$", "asghar"}, {"^اغا$", "agha"}, {"^اكبر$", "akbar"}, {"^اكرم$", "akram"}, {"^ال$", "al"},
    {"^التجاره$", "trading"}, {"^الحاج$", "haji"}, {"^الدين$", "al din"}, {"^السيد$", "al sayyid"},
    {"^الشركه$", "company"}, {"^الشيخ$", "sheikh"}, {"^الله$", "allah"}, {"^المحدوده$", "limited"},
    {"^المركز$", "center"}, {"^المصرف$", "bank"}, {"^الياس$", "ilyas"}, {"^ام$", "umm"}, {"^امير$", "amir"},
    {"^امين$", "amin"}, {"^انور$", "anwar"}, {"^ايوب$", "ayyub"}, {"^بانك$", "bank"}, {"^بشار$", "bashar"},
    {"^بشير$", "bashir"}, {"^بلال$", "bilal"}, {"^بن$", "bin"}, {"^بنت$", "bint"}, {"^بنك$", "bank"},
    {"^تجاره$", "trading"}, {"^جان$", "jan"}, {"^جبار$", "jabbar"}, {"^جعفر$", "jafar"},
    {"^جماعه$", "group"}, {"^جمال$", "jamal"}, {"^جمعيه$", "association"}, {"^حاجي$", "haji"},
    {"^حامد$", "hamid"}, {"^حركه$", "movement"}, {"^حزب$", "party"}, {"^حسن$", "hasan"},
    {"^حسين$", "husayn"}, {"^حق$", "haq"}, {"^حكيم$", "hakim"}, {"^حمزه$", "hamza"}, {"^حميد$", "hamid"},
    {"^حي$", "hayy"}, {"^خالد$", "khalid"}, {"^خان$", "khan"}, {"^داود$", "dawud"}, {"^دكتور$", "dr"},
    {"^دين$", "din"}, {"^راوي$", "rawi"}, {"^رحمن$", "rahman"}, {"^رحيم$", "rahim"}, {"^رزاق$", "razzaq"},
    {"^رضا$", "reza"}, {"^رمضان$", "ramadan"}, {"^رياض$", "riyad"}, {"^زكريا$", "zakariya"},
    {"^زينب$", "zaynab"}, {"^ستار$", "sattar"}, {"^سعد$", "saad"}, {"^سعيد$", "said"}, {"^سلام$", "salam"},
    {"^سلمان$", "salman"}, {"^سليمان$", "sulayman"}, {"^سيد$", "sayyid"}, {"^شركت$", "sherkat"},
    {"^شركه$", "company"}, {"^شيخ$", "sheikh"}, {"^صالح$", "salih"}, {"^ضيا$", "ziya"}, {"^طارق$", "tariq"},
    {"^عادل$", "adil"}, {"^عباس$", "abbas"}, {"^عبد$", "abd"}, {"^عبدالله$", "abdallah"},
    {"^عبدي$", "abdi"}, {"^عبيد$", "ubayd"}, {"^عبيدالله$", "ubaydallah"}, {"^عثمان$", "uthman"},
    {"^عراقي$", "iraqi"}, {"^عزيز$", "aziz"}, {"^علوي$", "alawi"}, {"^علي$", "ali"}, {"^عمر$", "umar"},
    {"^عوض$", "awad"}, {"^عياد$", "ayad"}, {"^عيد$", "eid"}, {"^عيسي$", "isa"}, {"^غلام$", "ghulam"},
    {"^غني$", "ghani"}, {"^فاطمه$", "fatima"}, {"^فضل$", "fadl"}, {"^فهد$", "fahd"}, {"^فيصل$", "faysal"},
    {"^قادر$", "qadir"}, {"^قاسم$", "qasim"}, {"^كريم$", "karim"}, {"^كل$", "gul"}, {"^كمال$", "kamal"},
    {"^للتجاره$", "trading"}, {"^للصرافه$", "exchange"}, {"^ماجد$", "majid"}, {"^مالك$", "malik"},
    {"^مجموعه$", "group"}, {"^مجيد$", "majid"}, {"^محدوده$", "limited"}, {"^محمد$", "muhammad"},
    {"^محمود$", "mahmud"}, {"^مرتضي$", "murtada"}, {"^مركز$", "center"}, {"^مريم$", "maryam"},
    {"^مصرف$", "bank"}, {"^مصطفي$", "mustafa"}, {"^ملا$", "mullah"}, {"^منظمه$", "organization"},
    {"^منير$", "munir"}, {"^مهدي$", "mahdi"}, {"^موسسه$", "foundation"}, {"^موسي$", "musa"},
    {"^مولوي$", "mawlawi"}, {"^ناصر$", "nasir"}, {"^نبيل$", "nabil"}, {"^نور$", "nur"},
    {"^هاشم$", "hashim"}, {"^هاني$", "hani"}, {"^و$", "and"}, {"^وزاره$", "ministry"}, {"^ولد$", "ould"},
    {"^ولي$", "wali"}, {"^وليد$", "walid"}, {"^وهاب$", "wahhab"}, {"^يحيي$", "yahya"}, {"^يعقوب$", "yaqub"},
    {"^يوسف$", "yusuf"}, {"^گل$", "gul"},
    /* The article, and God's name at the end, are written to their neighbours. */
    {"^عبدال", "abd al "}, {"^ال", "al "}, {"الله$", "-ullah"}, {"الدين$", "-uddin"},
    /* Letters */
    {"^اي", "*i*"}, {"^او", "*u*"}, {"^ا", "*"}, {"ا", "-a"}, {"ب", "b*"}, {"پ", "p*"}, {"ت", "t*"},
    {"ث", "th*"}, {"ج", "j*"}, {"چ", "ch*"}, {"ح", "h*"}, {"خ", "kh*"}, {"د", "d*"}, {"ذ", "dh*"},
    {"ر", "r*"}, {"ز", "z*"}, {"ژ", "zh*"}, {"س", "s*"}, {"ش", "sh*"}, {"ص", "s*"}, {"ط", "t*"},
    {"ظ", "z*"}, {"ع", "*"}, {"غ", "gh*"}, {"ف", "f*"}, {"ڤ", "v*"}, {"ق", "q*"}, {"ك", "k*"}, {"گ", "g*"},
    {"ل", "l*"}, {"م", "m*"}, {"ن", "n*"}, {"ه", "h*"}, {"و", "*u*"}, {"ي", "*i*"}, {"ء", ""}, {"ٹ", "t*"},
    {"ڈ", "d*"}, {"ڑ", "r*"}, {"ں", "n*"}, {"ھ", "h*"}, {"ے", "-e"}, {"ۀ", "h*"}, {"ې", "-e"}, {"ښ", "sh*"},
    {"ځ", "z*"}, {"څ", "ts*"}, {"ډ", "d*"}, {"ړ", "r*"}, {"ټ", "t*"}, {"ڼ", "n*"}, {"ږ", "zh*"},
    {"ض", "dh*"},
    // clang-format on
};

const dsg_alphabet dsg_arabic = {rows, sizeof rows / sizeof *rows};
