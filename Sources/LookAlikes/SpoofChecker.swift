import CSpoofing

/// ICU's checker, which knows what is taken for what (Unicode Technical Standard 39, confusables).
///
/// Unchecked because of the pointer alone, which has this one owner; ICU lets many threads read one checker.
@safe struct SpoofChecker: ~Copyable, @unchecked Sendable {
    private let handle: OpaquePointer

    /// What is taken for what is one table for all.
    static let shared = SpoofChecker()

    private init() {
        guard let opened = unsafe spoof_open() else { preconditionFailure("ICU gives no spoof checker") }
        unsafe handle = opened
    }

    /// The text with each character replaced by the one that stands for all that look like it; nil where ICU refuses.
    func skeleton(of text: String) -> String? {
        let bytes = text.utf8.map { CChar(bitPattern: $0) }
        // One character becomes eighteen at most, of four bytes at most.
        var skeleton = [CChar](repeating: 0, count: 80 * bytes.count)
        let length = unsafe spoof_skeleton(handle, bytes, Int32(bytes.count), &skeleton, Int32(skeleton.count))
        guard length >= 0 else { return nil }
        return String(decoding: skeleton.prefix(Int(length)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit { unsafe spoof_close(handle) }
}
