#include "ui/screens/photos.h"

#include <functional>

#include "documents/pages.h"
#include "record/member_queries.h"

namespace chibo {

void Photos::read(const Record& record, const std::vector<AttendanceRow>& rows)
{
    for (const AttendanceRow& row : rows) {
        if (!row.has_photo) {
            m_kept.erase(row.person);
            continue;
        }
        const auto [kept, is_new] = m_kept.try_emplace(row.person);
        if (!is_new) // Read once a screen: refresh() comes with every change.
            continue;
        kept->second.file = read_photo(record, MemberId {row.person.uuid});
        kept->second.name = WidgetId(std::string_view(kept->second.file)).value();
    }
}

void Photos::start(Ui& ui, Kept& kept)
{
    kept.result = std::make_shared<std::optional<Result<Photo>>>();
    ui.jobs().run(
        [file = std::move(kept.file)] {
            const auto* bytes = reinterpret_cast<const std::uint8_t*>(file.data());
            return decode_photo({bytes, file.size()});
        },
        [result = kept.result](Result<Photo> photo) { *result = std::move(photo); });
    kept.file.clear();
}

Portrait Photos::portrait_of(Ui& ui, const AttendanceRow& row)
{
    Portrait shown = portrait(row.name, row.number);
    const auto found = m_kept.find(row.person);
    if (found == m_kept.end())
        return shown;
    Kept& kept = found->second;
    if (!kept.result)
        start(ui, kept);
    if (!*kept.result || !(*kept.result)->has_value())
        return shown;
    const Photo& photo = **(*kept.result);
    shown.photo = ui.images().get(WidgetId("photo", kept.name),
        [&] { return Bitmap {photo.side_px, photo.side_px, photo.rgba}; });
    return shown;
}

std::optional<Photos::Refused> Photos::take_refused()
{
    for (auto& [person, kept] : m_kept) {
        if (kept.told || !kept.result || !*kept.result || (*kept.result)->has_value())
            continue;
        kept.told = true;
        return Refused {person, (*kept.result)->error()};
    }
    return std::nullopt;
}

} // namespace chibo
