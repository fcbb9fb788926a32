using System.Net;
using System.Net.Mail;

namespace Cases.HardcodedPassword;

public static class Good
{
    public static SmtpClient Mail(string host, string secret) => new(host)
    {
        EnableSsl = true,
        Credentials = new NetworkCredential("mailer", secret),
    };
}
