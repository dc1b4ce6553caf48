import COpenSSL
import CZip
import Glibc

extension ArchiveError {
    /// The error of a system call, told apart where the disk is full.
    static func system(_ code: Code, _ what: String, number: Int32) -> ArchiveError {
        let reason = "\(what): \(explanation(of: number))"
        // A quota and a file size limit are a full disk for the one who writes.
        guard [ENOSPC, EDQUOT, EFBIG].contains(number) else { return ArchiveError(code, reason) }
        return ArchiveError(.diskFull, reason, hint: "make room on this disk and run the command again")
    }

    /// The error of a system call that has just failed.
    static func lastSystem(_ code: Code, _ what: String) -> ArchiveError {
        system(code, what, number: errno)
    }

    /// The error that libzip left behind.
    @unsafe static func zip(_ code: Code, _ what: String, _ error: UnsafeMutablePointer<zip_error_t>) -> ArchiveError {
        let number = unsafe zip_error_code_system(error)
        if unsafe zip_error_system_type(error) == ZIP_ET_SYS, number != 0 {
            return system(code, what, number: number)
        }
        return unsafe ArchiveError(code, "\(what): \(String(cString: zip_error_strerror(error)))")
    }

    /// The error of a call to libcrypto, which clears its queue of reasons.
    static func cryptography(_ what: String) -> ArchiveError {
        ERR_clear_error()
        return ArchiveError(.cryptographyFailed, "the cryptographic library cannot \(what)")
    }

    private static func explanation(of number: Int32) -> String {
        // Since glibc 2.32 each thread has its own text.
        unsafe String(cString: strerror(number))
    }
}
