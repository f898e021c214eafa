#include "documents/qr.h"

#include <memory>
#include <stdexcept>

#include <qrencode.h>

namespace chibo {

std::vector<std::vector<bool>> qr_modules(const std::string& text)
{
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeString8bit(text.c_str(), 0, QR_ECLEVEL_M), &QRcode_free);
    if (!code)
        throw std::runtime_error(
            "qrencode: no code for a text of " + std::to_string(text.size()) + " bytes");
    const auto width = static_cast<std::size_t>(code->width);
    std::vector<std::vector<bool>> modules(width, std::vector<bool>(width));
    for (std::size_t i = 0; i < width * width; ++i)
        modules[i / width][i % width] = (code->data[i] & 1) != 0;
    return modules;
}

} // namespace chibo
