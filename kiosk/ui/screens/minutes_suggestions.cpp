// Biên bản, what the bar above the keyboard offers: people in the room, set phrases, and what this
// cell's own sealed minutes say.
#include "record/data_folder.h"
#include "record/minutes_queries.h"
#include "ui/screens/minutes_screen.h"

namespace chibo {

namespace {

constexpr int most_texts = 3000; // The latest; some ten years of a cell.

} // namespace

void MinutesScreen::read_suggestions(const Record& record)
{
    if (!m_phrases)
        m_phrases.emplace(data_folder() / "phrases");
    std::vector<std::string> names;
    for (const AttendanceRow& row : m_attendance.rows) {
        if (present_now(row))
            names.push_back(row.name);
    }
    m_suggester.set_people(names);
    ++m_suggester_version;
    // Sealed minutes do not move while this meeting runs.
    if (!m_sealed_texts && !m_words)
        m_sealed_texts = read_sealed_texts(record, most_texts);
}

void MinutesScreen::offer_suggestions(Ui& ui)
{
    if (auto texts = std::exchange(m_sealed_texts, std::nullopt)) {
        // Counted beside the frame; the screen may be gone when it is done.
        m_words = std::make_shared<std::shared_ptr<const LearntWords>>();
        ui.jobs().run(
            [texts = std::move(*texts)] { return std::make_shared<const LearntWords>(texts); },
            [words = m_words](
                std::shared_ptr<const LearntWords> learnt) { *words = std::move(learnt); });
    }
    if (m_words && *m_words && !m_words_taken) {
        m_suggester.set_words(*m_words);
        m_words_taken = true;
        ++m_suggester_version;
    }
    const AgendaItem* item = shown_item();
    const auto of = std::pair(m_composing.kind, item ? item->kind : ItemKind::Other);
    if (m_phrases_of != of) {
        m_phrases_of = of;
        m_suggester.set_phrases(m_phrases->under(word(of.first), word(of.second)));
        ++m_suggester_version;
    }
    ui.keyboard().offer(
        {.from = &m_suggester, .field = "minutes.text", .version = m_suggester_version});
}

} // namespace chibo
