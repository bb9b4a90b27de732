/* What of Han names is translated and not read: legal forms and words of trade, as Chinese and Japanese firms
 * give them in English; characters that are read otherwise as a family name (Hanyu Da Zidian); and in Korean
 * names the family names, of which the given name may be in Hangul. */
#include "names/romanise.h"

static const dsg_letters words[] = {
    {"有限责任公司", " ltd "},
    {"有限公司", " ltd "},
    {"股份", " stock "},
    {"株式会社", " ltd "},
    {"公司", " company "},
    {"集团", " group "},
    {"集團", " group "},
    {"银行", " bank "},
    {"銀行", " bank "},
    {"贸易", " trading "},
    {"貿易", " trading "},
    {"科技", " technology "},
    {"技术", " technology "},
    {"国际", " international "},
    {"國際", " international "},
    {"进出口", " import export "},
    {"工业", " industry "},
    {"实业", " industry "},
    {"控股", " holding "},
    {"投资", " investment "},
    {"电子", " electronics "},
    {"电力", " power "},
    {"石油", " petroleum "},
    {"化工", " chemical "},
    {"航运", " shipping "},
    {"物流", " logistics "},
    {"研究所", " institute "},
    {"研究院", " institute "},
    {"大学", " university "},
    {"中国", " china "},
    {"香港", " hong kong "},
    {"上海", " shanghai "},
    {"北京", " beijing "},
    {"深圳", " shenzhen "},
    {"^曾", " zeng "},
    {"^单", " shan "},
    {"^解", " xie "},
    {"^区", " ou "},
    {"^仇", " qiu "},
    {"^查", " zha "},
    {"^盖", " ge "},
    {"^朴", " piao "},
    {"^翟", " zhai "},
    {"^尉", " yu "},
};

static const dsg_letters korean[] = {
    {"金", " kim "},   {"李", " ri "},    {"朴", " pak "},  {"崔", " choe "},  {"鄭", " chong "},
    {"姜", " kang "},  {"趙", " cho "},   {"尹", " yun "},  {"張", " chang "}, {"林", " rim "},
    {"吳", " o "},     {"韓", " han "},   {"申", " sin "},  {"徐", " so "},    {"權", " kwon "},
    {"黃", " hwang "}, {"安", " an "},    {"宋", " song "}, {"柳", " ryu "},   {"洪", " hong "},
    {"全", " chon "},  {"高", " ko "},    {"文", " mun "},  {"孫", " son "},   {"梁", " yang "},
    {"裵", " pae "},   {"白", " paek "},  {"許", " ho "},   {"南", " nam "},   {"劉", " yu "},
    {"盧", " ro "},    {"丁", " chong "}, {"曺", " cho "},  {"河", " ha "},    {"郭", " kwak "},
    {"成", " song "},  {"車", " cha "},   {"朱", " chu "},  {"禹", " u "},     {"具", " ku "},
    {"任", " im "},    {"田", " chon "},  {"閔", " min "},  {"嚴", " om "},    {"千", " chon "},
    {"方", " pang "},  {"玄", " hyon "},  {"池", " chi "},
};

const dsg_alphabet dsg_han_words = {words, sizeof words / sizeof *words};
const dsg_alphabet dsg_korean_han = {korean, sizeof korean / sizeof *korean};
