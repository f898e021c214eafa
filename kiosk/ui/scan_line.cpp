#include "ui/scan_line.h"

#include <utility>

#include "meeting/letters.h"

namespace chibo {

std::optional<std::string> ScanLine::take(std::vector<Typed>& typed, std::int64_t now_ms)
{
    std::optional<std::string> code;
    if (now_ms - m_last_ms > pause_ms)
        m_code.clear();
    std::erase_if(typed, [&](const Typed& one) {
        if (one.character != 0 && one.key == NamedKey::None) {
            append_utf8(m_code, one.character);
            m_last_ms = now_ms;
            return true;
        }
        if (one.key == NamedKey::Enter && m_code.size() >= least) {
            code = std::exchange(m_code, {});
            return true;
        }
        return false;
    });
    return code;
}

} // namespace chibo
