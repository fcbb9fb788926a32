using System.Net;
using System.Net.Mail;

namespace Cases.HardcodedPassword;

public static class Bad
{
    private const string Password = "Tr0ub4dor&3";

    public static SmtpClient Mail(string host) => new(host)
    {
        EnableSsl = true,
        Credentials = new NetworkCredential("mailer", Password),
    };
}
