// A QR code on white, with the quiet zone that scanners ask for.
#pragma once

#include <string>

#include "ui/geometry.h"

namespace chibo {

class Ui;

void qr_code(Ui& ui, const Rect& square, const std::string& text);

} // namespace chibo
