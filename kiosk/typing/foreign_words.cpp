#include "typing/foreign_words.h"

#include <algorithm>
#include <string>
#include <unordered_set>

#include "meeting/letters.h"

namespace chibo {

namespace {

// Only words whose keys end in a Vietnamese syllable, or in one undone: all others come back by
// themselves. Words whose keys are Vietnamese syllables in use (now, has, car, list, box) are left
// to Vietnamese.
constexpr std::u32string_view words[] {U"ask", U"away", U"axis", U"bias", U"bloom", U"blow",
    U"blown", U"books", U"boss", U"bosses", U"brown", U"buff", U"charm", U"cheer", U"chess",
    U"chose", U"chosen", U"coffee", U"cons", U"deem", U"dense", U"desk", U"disk", U"donor",
    U"donors", U"door", U"doors", U"down", U"drama", U"draw", U"drawn", U"drown", U"duress",
    U"dusk", U"exe", U"green", U"groom", U"grow", U"grown", U"guess", U"hawk", U"her", U"hers",
    U"hooks", U"keen", U"kw", U"less", U"loans", U"looks", U"loser", U"losers", U"loss", U"major",
    U"maps", U"mask", U"mass", U"meets", U"mere", U"mess", U"miss", U"mw", U"norm", U"norms",
    U"off", U"offline", U"or", U"pair", U"pairs", U"pans", U"par", U"pass", U"past", U"pasta",
    U"pays", U"peer", U"peers", U"pens", U"per", U"pest", U"pets", U"photos", U"pieces", U"pins",
    U"poor", U"post", U"pots", U"puree", U"puts", U"queens", U"queue", U"refer", U"refs", U"refuse",
    U"reset", U"reuse", U"risk", U"roar", U"roast", U"roofs", U"rooms", U"rosary", U"rose", U"says",
    U"seems", U"sofa", U"sofas", U"soon", U"sums", U"tariff", U"task", U"taxi", U"taxis", U"teens",
    U"tens", U"tense", U"term", U"terms", U"test", U"themes", U"thorn", U"tons", U"town", U"trips",
    U"troops", U"truss", U"turns", U"virus", U"www", U"xerox"};

// Beginnings of words with a letter doubled that would be a key undone (assign: asign), with
// whatever ending.
constexpr std::u32string_view beginnings[] {U"affai", U"affec", U"affid", U"affil", U"affin",
    U"affir", U"affix", U"afflu", U"affor", U"affro", U"arran", U"array", U"arrea", U"arres",
    U"arriv", U"arrow", U"assau", U"assem", U"assen", U"asser", U"asses", U"asset", U"assig",
    U"assim", U"assis", U"assoc", U"assor", U"assum", U"assur", U"barrag", U"barrel", U"barric",
    U"barrie", U"basses", U"borrow", U"buffal", U"buffer", U"buffet", U"caffei", U"carria",
    U"carrie", U"carry", U"casset", U"cessat", U"chassis", U"coeffic", U"correc", U"correl",
    U"corres", U"corrid", U"corrob", U"corros", U"corrup", U"curren", U"curric", U"curry",
    U"differ", U"diffic", U"diffus", U"dissat", U"effec", U"effer", U"effic", U"effor", U"errat",
    U"erred", U"errin", U"erron", U"error", U"essay", U"essen", U"gossip", U"guessed", U"guesses",
    U"guessin", U"horren", U"horrib", U"horrif", U"horror", U"hurric", U"hurrie", U"hurry",
    U"irrat", U"irrec", U"irref", U"irreg", U"irrel", U"irrep", U"irres", U"irret", U"irrev",
    U"irrig", U"irrit", U"issue", U"issui", U"lessen", U"lesser", U"lesson", U"losses", U"marry",
    U"massag", U"massed", U"masses", U"massin", U"massiv", U"messag", U"messen", U"messes",
    U"mirror", U"missed", U"misses", U"missil", U"missin", U"missio", U"missiv", U"narrat",
    U"narrow", U"offen", U"offer", U"offic", U"offlo", U"offse", U"offsh", U"offsp", U"passab",
    U"passag", U"passed", U"passen", U"passer", U"passes", U"passin", U"passio", U"passiv",
    U"passpo", U"passwo", U"posses", U"possib", U"resurrec", U"sessio", U"sorrie", U"sorry",
    U"suffer", U"suffic", U"suffix", U"surrea", U"surren", U"surrou", U"tariffs", U"terrac",
    U"terrai", U"terres", U"terrib", U"terrie", U"terrif", U"territ", U"terror", U"tissue",
    U"torren", U"traffic", U"vessel"};

// Capitals that are syllables by chance.
constexpr std::u32string_view abbreviations[] {U"A4", U"AFF", U"SARS", U"TW"};

bool is_digit(char32_t character)
{
    return character >= U'0' && character <= U'9';
}

bool is_capital(char32_t character)
{
    return character >= U'A' && character <= U'Z';
}

/// A capital with digits that VNI would take for tones: U23, lot A12.
bool is_numbered_capital(std::u32string_view typed)
{
    return typed.size() > 2 && is_capital(typed.front())
        && std::all_of(typed.begin() + 1, typed.end(),
            [](char32_t character) { return is_digit(character) && character < U'6'; });
}

/// KPIs, NGOs: nobody lets go of Shift before the tone of a word in capitals.
bool is_plural_of_capitals(std::u32string_view typed)
{
    return typed.size() > 3 && typed.back() == U's'
        && std::all_of(typed.begin(), typed.end() - 1, is_capital);
}

std::u32string lower(std::u32string_view typed)
{
    std::u32string text(typed);
    std::transform(text.begin(), text.end(), text.begin(), to_lower);
    return text;
}

} // namespace

bool stays_as_typed(std::u32string_view typed)
{
    static const std::unordered_set<std::u32string_view> all(std::begin(words), std::end(words));
    if (std::find(std::begin(abbreviations), std::end(abbreviations), typed)
            != std::end(abbreviations)
        || is_numbered_capital(typed) || is_plural_of_capitals(typed))
        return true;
    const std::u32string word = lower(typed);
    return all.contains(word)
        || std::any_of(std::begin(beginnings), std::end(beginnings),
            [&](std::u32string_view beginning) { return word.starts_with(beginning); });
}

} // namespace chibo
