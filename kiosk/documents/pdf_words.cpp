#include "documents/pdf_words.h"

#include <memory>
#include <sstream>

#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>

#include "typing/nfc.h"

namespace chibo {
namespace {

std::string utf8(const poppler::ustring& text)
{
    const poppler::byte_array bytes = text.to_utf8();
    return {bytes.begin(), bytes.end()};
}

void keep_quiet(const std::string&, void*) {}

} // namespace

Result<PdfWords> read_pdf_words(std::string_view bytes)
{
    poppler::set_debug_error_function(keep_quiet, nullptr);
    const std::unique_ptr<poppler::document> document(
        poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
    if (!document || document->is_locked() || document->pages() == 0)
        return refuse("document.no_pdf");
    PdfWords read {utf8(document->get_keywords()), {}};
    for (int number = 0; number < document->pages(); ++number) {
        const std::unique_ptr<poppler::page> page(document->create_page(number));
        if (!page)
            return refuse("document.no_pdf");
        std::istringstream text(nfc(utf8(page->text())));
        for (std::string word; text >> word;)
            read.words.push_back({word, number + 1});
    }
    return read;
}

} // namespace chibo
